import type { ReceivedCall } from '../testing/fake-partner.js';
import type { WireAnswer } from './wire-answer.js';

/** What a case needs, or why this partner cannot have the case. The reason is a sentence for a reader. */
export type OrReason<Needed> = Needed | { readonly leftOut: string };

export const isLeftOut = <Needed extends object>(
  given: OrReason<Needed>,
): given is Extract<OrReason<Needed>, { leftOut: string }> => 'leftOut' in given;

/** The partner's answer to a call; a partner of several steps looks at the call. */
export type WireAnswers = (call: ReceivedCall) => WireAnswer;

/** Personal data that this partner cannot do without. */
export interface NeededField {
  /** Into the request, with a star for every member: see `PRODUCT_LINES[line].personalFields`. */
  readonly pointer: string;
  readonly because: string;
}
