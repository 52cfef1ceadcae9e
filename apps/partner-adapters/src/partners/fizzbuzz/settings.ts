import { baseUrlSetting, optionalSecretSetting, sealingKeySetting } from '@app/partner-kit';
import { fizzbuzz } from '@app/partner-registry';

/** What this adapter reads of the environment, beside the server's settings. */
export const settings = {
  PARTNER_FIZZBUZZ_BASE_URL: baseUrlSetting(fizzbuzz),
  PARTNER_FIZZBUZZ_BEARER: optionalSecretSetting(fizzbuzz, 'BEARER'),
  PARTNER_FIZZBUZZ_CLIENT_CERT: optionalSecretSetting(fizzbuzz, 'CLIENT_CERT'),
  PARTNER_FIZZBUZZ_CLIENT_KEY: optionalSecretSetting(fizzbuzz, 'CLIENT_KEY'),
  PARTNER_FIZZBUZZ_CA: optionalSecretSetting(fizzbuzz, 'CA'),
  PARTNER_FIZZBUZZ_SEALING_KEY: sealingKeySetting(fizzbuzz),
};
