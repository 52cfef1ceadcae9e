import { definePartnerAdapter, PartnerHttp } from '@app/partner-kit';
import { cogwheelDirect } from '@app/partner-registry';
import { CogwheelDirectClient } from './client.js';
import { quoteMotor } from './lines/motor/line.js';
import { quoteTermLife } from './lines/term-life/line.js';
import { CogwheelPolicies } from './policies/policies.js';
import { settings } from './settings.js';

export const adapter = definePartnerAdapter({
  manifest: cogwheelDirect,
  settings,
  sealingKeys: ({ PARTNER_COGWHEEL_DIRECT_SEALING_KEY }) => PARTNER_COGWHEEL_DIRECT_SEALING_KEY,
  connect(values, tools) {
    const http = new PartnerHttp({ baseUrl: values.PARTNER_COGWHEEL_DIRECT_BASE_URL, ...tools });
    const client = new CogwheelDirectClient({
      http,
      key: { keyId: values.PARTNER_COGWHEEL_DIRECT_KEY_ID, secret: values.PARTNER_COGWHEEL_DIRECT_SECRET },
      now: () => tools.clock.now(),
      newNonce: tools.newId,
    });
    const motor = quoteMotor(client, tools);
    return {
      lines: { 'motor-four-wheeler': motor, 'motor-two-wheeler': motor, 'term-life': quoteTermLife(client, tools) },
      policies: new CogwheelPolicies(client),
      close: () => http.close(),
    };
  },
});
