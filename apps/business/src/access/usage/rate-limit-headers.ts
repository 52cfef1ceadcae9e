import type { UsageState, UsageVerdict } from '@app/ports';

const inSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

/** `"burst";q=200;w=1` */
const policyOf = ({ name, quota, windowMs }: UsageState): string => `"${name}";q=${quota};w=${inSeconds(windowMs)}`;

/** A meter may keep a use a little longer than the window; the field speaks of the window. */
const resetOf = ({ resetMs, windowMs }: UsageState): number => Math.min(inSeconds(resetMs), inSeconds(windowMs));

/** Of two limits the one with less left; when neither has anything, the one that takes longer. */
const nearer = (one: UsageState, other: UsageState): UsageState => {
  if (one.remaining !== other.remaining) return one.remaining < other.remaining ? one : other;
  return one.resetMs >= other.resetMs ? one : other;
};

/** What a client is told about its plan: the RateLimit fields of the IETF draft, structured lists. */
export function rateLimitHeaders({ states }: UsageVerdict): Record<string, string> {
  const [first, ...others] = states;
  if (first === undefined) return {};
  const nearest = others.reduce(nearer, first);
  return {
    'ratelimit-policy': states.map(policyOf).join(', '),
    ratelimit: `"${nearest.name}";r=${nearest.remaining};t=${resetOf(nearest)}`,
  };
}

/** When a refused client may come again, in whole seconds: once every exhausted limit has something left. */
export const retryAfter = ({ states }: UsageVerdict): number =>
  inSeconds(Math.max(0, ...states.filter(({ remaining }) => remaining === 0).map(({ resetMs }) => resetMs)));
