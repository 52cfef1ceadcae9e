import { ClientCredentials, definePartnerAdapter, PartnerHttp } from '@app/partner-kit';
import { acmeGeneral } from '@app/partner-registry';
import { AcmeGeneralClient } from './client.js';
import { quoteMotorFourWheeler } from './lines/motor-four-wheeler/line.js';
import { settings } from './settings.js';

export const adapter = definePartnerAdapter({
  manifest: acmeGeneral,
  settings,
  sealingKeys: ({ PARTNER_ACME_GENERAL_SEALING_KEY }) => PARTNER_ACME_GENERAL_SEALING_KEY,
  connect(values, tools) {
    const http = new PartnerHttp({ baseUrl: values.PARTNER_ACME_GENERAL_BASE_URL, clock: tools.clock });
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
    return { lines: { 'motor-four-wheeler': quoteMotorFourWheeler(client, tools) }, close: () => http.close() };
  },
});
