import type { Clock } from '@app/ports';
import type { CallGate } from '../limits/call-gate.js';

/** Time and ids, handed in. */
export interface AdapterTools {
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What a connection is made with. */
export interface ConnectionTools extends AdapterTools {
  /** For every `PartnerHttp` of the connection. */
  readonly gate: CallGate;
}
