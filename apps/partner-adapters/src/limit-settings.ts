import { settingsPrefix } from '@app/partner-registry';
import type { Setting, Settings } from '@app/platform';
import { z } from 'zod';

/** `acme-general` → `PARTNER_ACME_GENERAL_LIMITS` */
export const limitsName = (partner: string): string => `${settingsPrefix(partner)}LIMITS`;

const limitsSetting = (production: boolean): Setting<string> => ({
  schema: z.enum(production ? ['on'] : ['on', 'off']),
  about: 'Whether we keep within the partner’s limits by ourselves: on, or off for measurements in development only',
  fallback: 'on',
});

const REDIS_URL: Setting<string | undefined> = {
  schema: z.url({ protocol: /^rediss?$/ }).optional(),
  about: 'Redis through which all replicas share the partner’s limits; without it each replica keeps them alone',
  secret: true,
};

/** What decides how a partner's limits are kept. */
export const limitSettings = (partner: string, production: boolean): Settings => ({
  REDIS_URL,
  [limitsName(partner)]: limitsSetting(production),
});
