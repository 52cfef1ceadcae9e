import type { Clock } from '@app/ports';
import type { OperationOf } from '../partner-operations.js';
import { LEAST_USEFUL_MS, noTimeLeft, type PolicyStep } from '../policy-step.js';

/**
 * At most so many calls to one operation of a partner are open at once. The others wait for a place, in order, as long
 * as the deadline leaves time for a call; unless a step further on would refuse them now: then nobody waits for that.
 */
export const withinPlaces =
  (operationOf: OperationOf, clock: Clock): PolicyStep =>
  (next) =>
  async (attempt) => {
    const { deadline, partner, signal } = attempt;
    const operation = operationOf(partner);
    const turn = await operation.places.take({
      waitMs: deadline.getTime() - clock.now().getTime() - LEAST_USEFUL_MS,
      instead: () => operation.insteadOfPlace(attempt),
      signal,
    });
    if (turn === 'TOO_LATE') return noTimeLeft();
    if (turn !== 'TAKEN') return turn.instead;
    try {
      return await next(attempt);
    } finally {
      operation.places.leave();
    }
  };
