export { LimitedTime } from '../limits/call-time.js';
export {
  dripping,
  endless,
  flooding,
  garbled,
  hangUp,
  json,
  problem,
  reset,
  shorterThanAnnounced,
  silence,
  text,
} from './fake-answers.js';
export { type AnswerCall, type FakeAnswer, FakePartner, type ReceivedCall } from './fake-partner.js';
export type { OrderOptions, WorkedOrder } from './policy-caller.js';
export { QuoteCaller } from './quote-caller.js';
export { unaskedPolicies } from './unasked-policies.js';
