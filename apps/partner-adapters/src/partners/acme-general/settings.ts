import { baseUrlSetting, sealingKeySetting, secretSetting } from '@app/partner-kit';
import { acmeGeneral } from '@app/partner-registry';

/** What this adapter reads of the environment, beside the server's settings. */
export const settings = {
  PARTNER_ACME_GENERAL_BASE_URL: baseUrlSetting(acmeGeneral),
  PARTNER_ACME_GENERAL_CLIENT_ID: secretSetting(acmeGeneral, 'CLIENT_ID'),
  PARTNER_ACME_GENERAL_CLIENT_SECRET: secretSetting(acmeGeneral, 'CLIENT_SECRET'),
  PARTNER_ACME_GENERAL_SEALING_KEY: sealingKeySetting(acmeGeneral),
};
