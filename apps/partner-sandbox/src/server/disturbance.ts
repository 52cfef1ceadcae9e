import type { Behaviour, BehaviourMode } from '../behaviour/behaviour.js';
import { cutInHalf, type Reply } from '../wire/reply.js';

/** How much of an answer arrives and how fast, and how its connection ends. */
export type Delivery =
  | { readonly kind: 'whole' | 'cut' | 'reset' }
  | { readonly kind: 'drip'; readonly everyMs: number };

export interface Disturbed {
  readonly reply: Reply;
  readonly delivery: Delivery;
}

const HANG_MS = 45_000;
export const WHOLE: Delivery = { kind: 'whole' };

const later = (reply: Reply, ms: number): Reply => ({ ...reply, afterMs: reply.afterMs + ms });
const isSuccess = ({ status }: Reply): boolean => status < 300;

/** What a behaviour makes of a quote answer that the partner has given in good faith. */
function disturb(reply: Reply, behaviour: Behaviour): Disturbed {
  switch (behaviour.mode) {
    case 'slow':
      return { reply: later(reply, behaviour.delayMs), delivery: WHOLE };
    case 'hang':
      return { reply: later(reply, HANG_MS), delivery: WHOLE };
    case 'garbled':
      return { reply: isSuccess(reply) ? cutInHalf(reply) : reply, delivery: WHOLE };
    case 'cut':
    case 'reset':
      return { reply, delivery: { kind: behaviour.mode } };
    case 'drip':
      return { reply, delivery: { kind: 'drip', everyMs: behaviour.delayMs } };
    // The failures inside the protocol are the partners' own.
    case 'normal':
    case 'down':
    case 'flapping':
    case 'rate-limited':
    case 'failed-result':
      return { reply, delivery: WHOLE };
  }
}

/** The same, unless the partner acts the mode out itself. */
export const disturbedReply = (reply: Reply, behaviour: Behaviour, ownModes: readonly BehaviourMode[]): Disturbed =>
  ownModes.includes(behaviour.mode) ? { reply, delivery: WHOLE } : disturb(reply, behaviour);
