import { baseUrlSetting, sealingKeySetting, secretSetting } from '@app/partner-kit';
import { cogwheelDirect } from '@app/partner-registry';

/** What this adapter reads of the environment, beside the server's settings. */
export const settings = {
  PARTNER_COGWHEEL_DIRECT_BASE_URL: baseUrlSetting(cogwheelDirect),
  PARTNER_COGWHEEL_DIRECT_KEY_ID: secretSetting(cogwheelDirect, 'KEY_ID'),
  PARTNER_COGWHEEL_DIRECT_SECRET: secretSetting(cogwheelDirect, 'SECRET'),
  PARTNER_COGWHEEL_DIRECT_SEALING_KEY: sealingKeySetting(cogwheelDirect),
};
