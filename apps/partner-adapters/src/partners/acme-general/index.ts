import { ClientCredentials, definePartnerAdapter, PartnerHttp } from '@app/partner-kit';
import { acmeGeneral } from '@app/partner-registry';
import { AcmeGeneralClient } from './client.js';
import { quoteHealth } from './lines/health/line.js';
import { quoteMotor } from './lines/motor/line.js';
import { AcmePolicies } from './policies/policies.js';
import { settings } from './settings.js';

export const adapter = definePartnerAdapter({
  manifest: acmeGeneral,
  settings,
  sealingKeys: ({ PARTNER_ACME_GENERAL_SEALING_KEY }) => PARTNER_ACME_GENERAL_SEALING_KEY,
  connect(values, tools) {
    const http = new PartnerHttp({ baseUrl: values.PARTNER_ACME_GENERAL_BASE_URL, ...tools });
    const tokens = new ClientCredentials({
      http,
      tokenPath: '/oauth2/token',
      clientId: values.PARTNER_ACME_GENERAL_CLIENT_ID,
      clientSecret: values.PARTNER_ACME_GENERAL_CLIENT_SECRET,
      scopes: ['quotes', 'policies'],
      errorCodes: acmeGeneral.errorCodes,
      clock: tools.clock,
    });
    const client = new AcmeGeneralClient(http, tokens);
    const motor = quoteMotor(client, tools);
    return {
      lines: { 'motor-four-wheeler': motor, 'motor-two-wheeler': motor, health: quoteHealth(client, tools) },
      policies: new AcmePolicies(client),
      close: () => http.close(),
    };
  },
});
