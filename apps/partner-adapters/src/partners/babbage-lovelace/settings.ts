import { baseUrlSetting, sealingKeySetting, secretSetting } from '@app/partner-kit';
import { babbageLovelace } from '@app/partner-registry';

/** What this adapter reads of the environment, beside the server's settings. */
export const settings = {
  PARTNER_BABBAGE_LOVELACE_BASE_URL: baseUrlSetting(babbageLovelace),
  PARTNER_BABBAGE_LOVELACE_USERNAME: secretSetting(babbageLovelace, 'USERNAME'),
  PARTNER_BABBAGE_LOVELACE_PASSWORD: secretSetting(babbageLovelace, 'PASSWORD'),
  PARTNER_BABBAGE_LOVELACE_SEALING_KEY: sealingKeySetting(babbageLovelace),
};
