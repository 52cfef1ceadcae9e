import { definePartnerAdapter, PartnerHttp } from '@app/partner-kit';
import { fizzbuzz } from '@app/partner-registry';
import { FizzbuzzClient } from './client.js';
import { credentialsOf } from './credentials.js';
import { quoteMotorFourWheeler } from './lines/motor-four-wheeler/line.js';
import { quoteTravel } from './lines/travel/line.js';
import { FizzbuzzPolicies } from './policies/policies.js';
import { settings } from './settings.js';

export const adapter = definePartnerAdapter({
  manifest: fizzbuzz,
  settings,
  sealingKeys: ({ PARTNER_FIZZBUZZ_SEALING_KEY }) => PARTNER_FIZZBUZZ_SEALING_KEY,
  connect(values, tools) {
    const { clientCertificate, bearer } = credentialsOf(values);
    const http = new PartnerHttp({
      baseUrl: values.PARTNER_FIZZBUZZ_BASE_URL,
      ...tools,
      clientCertificate,
      certificateAuthority: values.PARTNER_FIZZBUZZ_CA,
    });
    const client = new FizzbuzzClient({ http, bearer, clock: tools.clock });
    return {
      lines: { 'motor-four-wheeler': quoteMotorFourWheeler(client, tools), travel: quoteTravel(client, tools) },
      policies: new FizzbuzzPolicies(client),
      close: () => http.close(),
    };
  },
});
