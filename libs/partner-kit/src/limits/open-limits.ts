import { ok } from '@app/domain';
import type { Logger } from '@app/platform';
import type { CallLimiter, CallLimits, Clock } from '@app/ports';
import type { PartnerFacts } from '../adapter/partner-facts.js';
import { FallbackCallLimiter } from './fallback-call-limiter.js';
import { InProcessCallLimiter } from './in-process-call-limiter.js';
import { keptLimits } from './kept-limits.js';

/** A limiter, and what must be closed with it. */
export interface OpenLimits {
  readonly limiter: CallLimiter;
  close(): void;
}

export interface SharedLimits extends OpenLimits {
  /** Whether they could be used when they were opened. */
  readonly reachable: boolean;
}

/** Opens the limits of one partner as all replicas share them. Resolves when they can be used, or soon after they could not. */
export type ShareLimits = (options: { readonly partner: string; readonly limits: CallLimits }) => Promise<SharedLimits>;

export interface LimitsParts {
  /** Undefined where replicas have nothing to share limits through. */
  readonly share: ShareLimits | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Every call may start. */
export const unlimited: CallLimiter = { acquire: async () => ok({ release: () => undefined }) };

/** The limiter of a partner: shared by all replicas where they can share, else kept by this one. Says which at start. */
export async function openLimits(partner: PartnerFacts, parts: LimitsParts): Promise<OpenLimits> {
  const { share, clock, logger } = parts;
  const limits = keptLimits(partner);
  const own = new InProcessCallLimiter(limits, clock);
  const facts = { partner: partner.id, rateLimit: partner.rateLimit, sessions: partner.sessions };
  if (share === undefined) {
    logger.info(facts, 'limits are kept by this replica alone: REDIS_URL is not set');
    return { limiter: own, close: () => undefined };
  }
  const { limiter: shared, reachable, close } = await share({ partner: partner.id, limits });
  if (reachable) logger.info(facts, 'limits are shared by all replicas, through Redis');
  else logger.warn(facts, 'limits are kept by this replica alone until Redis can be reached');
  const onChange = (now: 'LOST' | 'BACK', error?: unknown): void => {
    const message = now === 'LOST' ? 'Redis is away: this replica keeps limits alone' : 'limits are shared again';
    logger.warn({ partner: partner.id, why: error instanceof Error ? error.message : undefined }, message);
  };
  return { limiter: new FallbackCallLimiter({ shared, own, clock, onChange }), close };
}
