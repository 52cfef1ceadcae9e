import { randomBytes } from 'node:crypto';
import { definePartnerAdapter, PartnerHttp } from '@app/partner-kit';
import { babbageLovelace } from '@app/partner-registry';
import { BabbageLovelaceClient } from './client.js';
import { quoteMotorFourWheeler } from './lines/motor-four-wheeler/line.js';
import { quoteTravel } from './lines/travel/line.js';
import { BabbagePolicies } from './policies/policies.js';
import { settings } from './settings.js';

export const adapter = definePartnerAdapter({
  manifest: babbageLovelace,
  settings,
  sealingKeys: ({ PARTNER_BABBAGE_LOVELACE_SEALING_KEY }) => PARTNER_BABBAGE_LOVELACE_SEALING_KEY,
  connect(values, tools) {
    const http = new PartnerHttp({ baseUrl: values.PARTNER_BABBAGE_LOVELACE_BASE_URL, ...tools });
    const client = new BabbageLovelaceClient({
      http,
      user: {
        username: values.PARTNER_BABBAGE_LOVELACE_USERNAME,
        password: values.PARTNER_BABBAGE_LOVELACE_PASSWORD,
      },
      now: () => tools.clock.now(),
      newNonce: () => randomBytes(16),
    });
    const lines = { 'motor-four-wheeler': quoteMotorFourWheeler(client, tools), travel: quoteTravel(client, tools) };
    return { lines, policies: new BabbagePolicies(client, tools.newId), close: () => http.close() };
  },
});
