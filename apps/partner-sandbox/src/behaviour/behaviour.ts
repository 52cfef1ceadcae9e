import { z } from 'zod';

/**
 * How a partner treats quote calls, set at run time by a test or at a demo. The modes act on quote calls only, in the
 * partner's own wire form where the text has one.
 */
export const behaviour = z.discriminatedUnion('mode', [
  /** As the text says. */
  z.strictObject({ mode: z.literal('normal') }),
  /** Every call gets the retryable failure. */
  z.strictObject({ mode: z.literal('down') }),
  /** So many calls in a row get the retryable failure, then one goes through. */
  z.strictObject({ mode: z.literal('flapping'), failures: z.int().min(1).max(1_000).default(2) }),
  /** The answer waits that long. */
  z.strictObject({ mode: z.literal('slow'), delayMs: z.int().min(0).max(600_000).default(4_000) }),
  /** Nothing comes for 45 seconds. */
  z.strictObject({ mode: z.literal('hang') }),
  /** Status and headers at once, then one byte of the body after each wait: slower than anybody's patience. */
  z.strictObject({ mode: z.literal('drip'), delayMs: z.int().min(1).max(600_000).default(1_000) }),
  /** Half a body that believes itself complete. */
  z.strictObject({ mode: z.literal('garbled') }),
  /** Half a body, then the connection closes. */
  z.strictObject({ mode: z.literal('cut') }),
  /** The connection is reset before anything is answered. */
  z.strictObject({ mode: z.literal('reset') }),
  /** Every call is one too many. */
  z.strictObject({ mode: z.literal('rate-limited'), retryAfterSeconds: z.int().min(1).max(3_600).default(2) }),
  /** The answer is a success that reports a retryable error inside: E's job ends with EH-5002, F's plans with FZ-E11. */
  z.strictObject({ mode: z.literal('failed-result') }),
]);

export type Behaviour = z.infer<typeof behaviour>;
export type BehaviourMode = Behaviour['mode'];

export const NORMAL: Behaviour = { mode: 'normal' };

/** Quote calls in a row that fail before one goes through; undefined when the behaviour fails none. */
export function failingQuoteCalls(current: Behaviour): number | undefined {
  if (current.mode === 'down') return Number.POSITIVE_INFINITY;
  return current.mode === 'flapping' ? current.failures : undefined;
}

/** Seconds that a quote call is told to wait; 0 when it is admitted. */
export const throttledForSeconds = (current: Behaviour): number =>
  current.mode === 'rate-limited' ? current.retryAfterSeconds : 0;
