import { definePartnerAdapter, PartnerHttp } from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';
import { DakBungalowClient } from './client.js';
import { quoteMotor } from './lines/motor/line.js';
import { DakPolicies } from './policies/policies.js';
import { settings } from './settings.js';

export const adapter = definePartnerAdapter({
  manifest: dakBungalow,
  settings,
  sealingKeys: ({ PARTNER_DAK_BUNGALOW_SEALING_KEY }) => PARTNER_DAK_BUNGALOW_SEALING_KEY,
  connect(values, tools) {
    const http = new PartnerHttp({ baseUrl: values.PARTNER_DAK_BUNGALOW_BASE_URL, ...tools });
    const client = new DakBungalowClient(http, values.PARTNER_DAK_BUNGALOW_API_KEY);
    const motor = quoteMotor(client, tools);
    return {
      lines: { 'motor-four-wheeler': motor, 'motor-two-wheeler': motor },
      policies: new DakPolicies(client, () => tools.clock.now()),
      close: () => http.close(),
    };
  },
});
