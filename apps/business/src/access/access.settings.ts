import { millisecondsSetting, type Setting, type Settings } from '@app/platform';
import { z } from 'zod';

const developmentKey = (about: string, developmentFallback: string): Setting<string | undefined> => ({
  schema: z.string().min(8).optional(),
  about: `Key of the development client that ${about}; leave it out in production, and there is none`,
  developmentFallback,
  secret: true,
});

const countSetting = (about: string, fallback: number, min = 1): Setting<number> => ({
  schema: z.coerce.number().int().min(min).max(1_000_000),
  about,
  fallback: String(fallback),
});

/** An origin as browsers send it, or `*`: nothing here rests on cookies, so that any page may be let in. */
const isOrigin = (text: string): boolean => text === '*' || (URL.canParse(text) && new URL(text).origin === text);

/** Who may call the public API, and how much. */
export const accessSettings = {
  DEVELOPMENT_API_KEY: developmentKey('is confidential, with scope quotes', 'development-key'),
  DEVELOPMENT_PUBLIC_KEY: developmentKey('is public, with scope quotes', 'development-public-key'),
  DEVELOPMENT_OPS_KEY: developmentKey('has scope ops', 'development-ops-key'),
  TRUSTED_PROXY_HOPS: {
    schema: z.coerce.number().int().min(0).max(10),
    about: 'How many proxies before us are believed about where a request comes from (X-Forwarded-For)',
    fallback: '0',
  },
  CORS_ORIGINS: {
    schema: z
      .string()
      .default('')
      .transform((text) => text.split(',').flatMap((origin) => origin.trim() || []))
      .refine((origins) => origins.every(isOrigin), 'expected origins as https://shop.example, or *'),
    about: 'Origins of the pages that may call the public API from a browser, comma separated; none by default',
  },
  MAX_REQUESTS_IN_WORK: countSetting('How many requests of clients are worked on at once', 100),
  MAX_REQUESTS_WAITING: countSetting('How many more may wait for their turn; what comes then is refused', 1_000, 0),
  MAX_WAIT_MS: millisecondsSetting('How long a request waits for its turn before it is refused', 5_000),
} satisfies Settings;
