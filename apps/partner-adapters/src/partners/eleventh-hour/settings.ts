import { baseUrlSetting, optionalUrlSetting, sealingKeySetting, secretSetting } from '@app/partner-kit';
import { eleventhHour } from '@app/partner-registry';

/** What this adapter reads of the environment, beside the server's settings. */
export const settings = {
  PARTNER_ELEVENTH_HOUR_BASE_URL: baseUrlSetting(eleventhHour),
  PARTNER_ELEVENTH_HOUR_API_KEY: secretSetting(eleventhHour, 'API_KEY'),
  PARTNER_ELEVENTH_HOUR_WEBHOOK_SECRET: secretSetting(eleventhHour, 'WEBHOOK_SECRET'),
  PARTNER_ELEVENTH_HOUR_WEBHOOK_URL: optionalUrlSetting('Where its webhook reaches this adapter; empty: polling only'),
  PARTNER_ELEVENTH_HOUR_SEALING_KEY: sealingKeySetting(eleventhHour),
  CALLBACK_URL: optionalUrlSetting(
    'Internal origin of the business service, for results that came too late for a call',
  ),
};
