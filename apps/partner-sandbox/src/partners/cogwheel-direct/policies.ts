import { onePagePdf } from '../../wire/pdf.js';
import { jsonReply, type Reply, reply } from '../../wire/reply.js';
import { isIssued, policyBody } from './book.js';
import { errorReply, validationError } from './errors.js';
import type { SignedCall } from './gate.js';
import type { IssueDesk } from './issue.js';
import { FIELD_CODES } from './wire-forms.js';

const NO_QUOTE_NO = validationError(
  { path: ['quote_no'], code: FIELD_CODES.missing, message: 'quote_no is missing' },
  {},
);

/** `GET /v2/policy?quote_no=…`: what became of a quote. */
export const readStatus =
  ({ book, world }: IssueDesk) =>
  (call: SignedCall): Reply => {
    const quoteNo = new URLSearchParams(call.rawQuery).get('quote_no');
    if (!quoteNo) return NO_QUOTE_NO;
    const quote = book.quote(quoteNo);
    call.note({ reference: quote?.requestRef ?? null, magic: quote?.magic.number ?? null });
    const policy = book.policyOfQuote(quoteNo);
    if (policy !== undefined) return jsonReply(200, { status: 'OK', policy: policyBody(policy, world.now()) });
    return quote === undefined ? errorReply('C-ISS-404') : jsonReply(200, { status: 'OK', policy: { state: 'NONE' } });
  };

/** `GET /v2/policy/{policy_no}/pdf`. */
export const readDocument =
  ({ book, world }: IssueDesk) =>
  ({ params }: SignedCall): Reply => {
    const policy = book.policy(params.policyNo ?? '');
    if (policy === undefined || !isIssued(policy, world.now())) return errorReply('C-ISS-404');
    return reply(200, 'application/pdf', onePagePdf(`Cogwheel Direct policy ${policy.policyNo}`));
  };
