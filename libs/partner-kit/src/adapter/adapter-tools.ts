import type { Clock } from '@app/ports';

/** Time and ids, handed in. */
export interface AdapterTools {
  readonly clock: Clock;
  readonly newId: () => string;
}
