import type { Behaviour, BehaviourMode } from '../behaviour/behaviour.js';
import { cutInHalf, type Reply } from '../wire/reply.js';

/** How much of an answer arrives, and how its connection ends. */
export type Delivery = 'whole' | 'cut' | 'reset';

export interface Disturbed {
  readonly reply: Reply;
  readonly delivery: Delivery;
}

const HANG_MS = 45_000;

const later = (reply: Reply, ms: number): Reply => ({ ...reply, afterMs: reply.afterMs + ms });
const isSuccess = ({ status }: Reply): boolean => status < 300;

/** What a behaviour makes of a quote answer that the partner has given in good faith. */
function disturb(reply: Reply, behaviour: Behaviour): Disturbed {
  switch (behaviour.mode) {
    case 'slow':
      return { reply: later(reply, behaviour.delayMs), delivery: 'whole' };
    case 'hang':
      return { reply: later(reply, HANG_MS), delivery: 'whole' };
    case 'garbled':
      return { reply: isSuccess(reply) ? cutInHalf(reply) : reply, delivery: 'whole' };
    case 'cut':
    case 'reset':
      return { reply, delivery: behaviour.mode };
    // The failures inside the protocol are the partners' own.
    case 'normal':
    case 'down':
    case 'flapping':
    case 'rate-limited':
    case 'failed-result':
      return { reply, delivery: 'whole' };
  }
}

/** The same, unless the partner acts the mode out itself. */
export const disturbedReply = (reply: Reply, behaviour: Behaviour, ownModes: readonly BehaviourMode[]): Disturbed =>
  ownModes.includes(behaviour.mode) ? { reply, delivery: 'whole' } : disturb(reply, behaviour);
