import { openLimits, type PartnerAdapter, type ShareLimits, unlimited } from '@app/partner-kit';
import { type Logger, type ServiceDefinition, type Setting, type Settings, systemClock } from '@app/platform';
import { z } from 'zod';
import { limitSettings, limitsName } from './limit-settings.js';
import { PARTNER_FOLDERS } from './partner-folders.js';

/** What `main.ts` knows of the world around. */
export interface Surroundings {
  readonly production: boolean;
  /** How limits are shared through the Redis of a URL. */
  readonly shareLimits: (url: string) => ShareLimits;
}

const PARTNER: Setting<string> = {
  schema: z.enum([...PARTNER_FOLDERS.keys()]),
  about: `The partner that this process serves: ${[...PARTNER_FOLDERS.keys()].join(', ')}`,
};

/** Knows only that a partner has to be chosen: it says so, lists them, and never starts. */
const noPartner: ServiceDefinition<Settings> = {
  name: 'partner-adapters',
  about: 'integration service of one partner',
  settings: { PARTNER },
  start: () => Promise.reject(new Error('No partner was chosen')),
};

type Values = Readonly<Record<string, unknown>>;

function limitsOf({ manifest }: PartnerAdapter<Settings>, values: Values, logger: Logger, around: Surroundings) {
  if (values[limitsName(manifest.id)] === 'off') {
    logger.warn({ partner: manifest.id }, 'limits are switched off');
    return { limiter: unlimited, close: () => undefined };
  }
  const { REDIS_URL } = values;
  const share = typeof REDIS_URL === 'string' ? around.shareLimits(REDIS_URL) : undefined;
  return openLimits(manifest, { share, clock: systemClock, logger });
}

/** The integration service of a partner, with the settings of that partner alone. */
export async function adapterService(
  partner: string | undefined,
  around: Surroundings,
): Promise<ServiceDefinition<Settings>> {
  const load = PARTNER_FOLDERS.get(partner ?? '');
  if (load === undefined) return noPartner;
  const { adapter } = await load();
  return {
    ...adapter,
    settings: { PARTNER, ...limitSettings(adapter.manifest.id, around.production), ...adapter.settings },
    async start(values, logger) {
      const { limiter, close } = await limitsOf(adapter, values, logger, around);
      const { ports, stop } = await adapter.start(values, logger, limiter);
      return { ports, stop: () => stop().finally(close) };
    },
  };
}
