import { REPLAYS_ATTRIBUTE } from '@app/contracts';
import { type Backoff, fullJitterMs } from '@app/domain';

/** Then people look after it. */
export const MAX_REPLAYS = 8;
const BACKOFF: Backoff = { baseMs: 60_000, capMs: 6 * 3_600_000 };

/** How long a message waits before it is replayed for the next time, in milliseconds. */
export const replayDelayMs = (replays: number, random: () => number): number =>
  fullJitterMs(BACKOFF, replays + 1, random);

const COUNT = /^\d{1,6}$/;

/** 0 where the attribute is missing or no count. */
export function replaysOf(attributes: Readonly<Record<string, string>>): number {
  const text = attributes[REPLAYS_ATTRIBUTE] ?? '';
  return COUNT.test(text) ? Number(text) : 0;
}
