import { createSecretKey, type KeyObject } from 'node:crypto';
import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import {
  awsSettings,
  listenHostSetting,
  millisecondsSetting,
  portSetting,
  type SealingKey,
  type Setting,
  type Settings,
  type SettingsValues,
  sealingKeysSetting,
  signingKeysSetting,
} from '@app/platform';
import { isProductLineId, PRODUCT_LINE_IDS, type ProductLineId } from '@app/product-lines';
import { z } from 'zod';
import { accessSettings } from './access/access.settings.js';
import { paymentSettings } from './apply/payment.settings.js';

const DEVELOPMENT_ACCOUNT = '000000000000';

export const databaseSettings = {
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    about: 'The PostgreSQL database: postgres://user:password@host:5432/name',
    secret: true,
  },
} satisfies Settings;

/** A key of our own for HMACs, in base64. */
const keySetting = (about: string, developmentKey: string): Setting<KeyObject> => ({
  schema: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length >= 32, 'expected base64 of at least 32 bytes')
    .transform((bytes) => createSecretKey(bytes)),
  about: `${about}; at least 32 bytes in base64`,
  developmentFallback: Buffer.from(`development only, not a secret: ${developmentKey}`).toString('base64'),
  secret: true,
});

/** `travel,health`; nothing for an empty text. */
const linesSchema: z.ZodType<ReadonlySet<ProductLineId>> = z.string().transform((text, context) => {
  const names = text.split(',').map((name) => name.trim());
  const lines = names.filter(isProductLineId);
  const unknown = names.filter((name) => name !== '' && !isProductLineId(name));
  if (unknown.length > 0) context.addIssue(`there is no product line ${unknown.join(', ')}`);
  return new Set(lines);
});

const ownSettings = {
  PORT: portSetting('Port of the public API', 3000),
  INTERNAL_PORT: portSetting('Port of the internal API: signed calls, health', 3001),
  LISTEN_HOST: listenHostSetting,
  ...databaseSettings,
  REDIS_URL: {
    schema: z.url({ protocol: /^rediss?$/ }).optional(),
    about: 'Redis for ephemeral lines, shared usage limits, wake-ups and hot reads; PostgreSQL alone does without',
    secret: true,
  },
  EPHEMERAL_LINES: {
    schema: linesSchema,
    about: `Product lines whose requests live in Redis for a time to live only, comma separated: ${PRODUCT_LINE_IDS.join(', ')}`,
    fallback: '',
  },
  EPHEMERAL_TTL_MS: millisecondsSetting('How long requests of ephemeral lines live', 1_800_000),
  QUOTE_DEADLINE_MS: millisecondsSetting('How long partners have to answer', 20_000),
  LATE_ANSWERS_MS: millisecondsSetting('How long after its creation a request still takes late answers', 300_000),
  REJECT_PAST_START_DATES: {
    schema: z.stringbool(),
    about: 'Whether a start of cover before today is refused',
    fallback: 'false',
  },
  ...awsSettings,
  SNS_TOPIC_ARN_PREFIX: {
    schema: z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:$/, 'expected arn:aws:sns:<region>:<account>:'),
    about: 'What stands before the names of topics in their ARNs',
    developmentFallback: `arn:aws:sns:ap-south-1:${DEVELOPMENT_ACCOUNT}:`,
  },
  INTERNAL_SIGNING_KEYS: signingKeysSetting,
  STORAGE_SEALING_KEY: sealingKeysSetting('Seals personal fields in the database', 'storage'),
  ACCESS_TOKEN_KEY: keySetting('Makes the access tokens of resources', 'access tokens'),
  FINGERPRINT_KEY: keySetting('Makes the fingerprints of risks', 'fingerprints'),
  ...paymentSettings,
  ...accessSettings,
} satisfies Settings;

type SealingKeyName = `PARTNER_${string}_SEALING_KEY`;

/** `acme-general` → `PARTNER_ACME_GENERAL_SEALING_KEY` */
export const sealingKeyName = (partnerId: string): SealingKeyName => `${settingsPrefix(partnerId)}SEALING_KEY`;

const partnerSettings: Readonly<Record<SealingKeyName, Setting<SealingKey[]>>> = Object.fromEntries(
  PARTNERS.map(({ id, name }) => [
    sealingKeyName(id),
    sealingKeysSetting(`Seals personal fields for ${name}; its integration service has the same`, id),
  ]),
);

/** Everything the business service reads from its environment. */
export const businessSettings: typeof ownSettings & typeof partnerSettings = { ...ownSettings, ...partnerSettings };

export type BusinessSettings = SettingsValues<typeof businessSettings>;

/** What one setting asks of another. */
export function settingsFaults({
  EPHEMERAL_LINES,
  EPHEMERAL_TTL_MS,
  LATE_ANSWERS_MS,
  REDIS_URL,
}: BusinessSettings): string[] {
  if (EPHEMERAL_LINES.size === 0) return [];
  const redis = REDIS_URL === undefined ? ['EPHEMERAL_LINES needs REDIS_URL: they live in Redis'] : [];
  const shortLived = EPHEMERAL_TTL_MS < LATE_ANSWERS_MS;
  return [...redis, ...(shortLived ? ['EPHEMERAL_TTL_MS must not be less than LATE_ANSWERS_MS'] : [])];
}
