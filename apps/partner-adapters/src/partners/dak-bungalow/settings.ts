import { baseUrlSetting, sealingKeySetting, secretSetting } from '@app/partner-kit';
import { dakBungalow } from '@app/partner-registry';

/** What this adapter reads of the environment, beside the server's settings. */
export const settings = {
  PARTNER_DAK_BUNGALOW_BASE_URL: baseUrlSetting(dakBungalow),
  PARTNER_DAK_BUNGALOW_API_KEY: secretSetting(dakBungalow, 'API_KEY'),
  PARTNER_DAK_BUNGALOW_SEALING_KEY: sealingKeySetting(dakBungalow),
};
