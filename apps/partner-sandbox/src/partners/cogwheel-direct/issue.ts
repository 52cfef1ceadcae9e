import { ok, type Result, refused } from '@app/domain';
import { checkBody } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import { isJsonObject, parseJson, textAt } from '../../wire/json.js';
import { jsonReply, type Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { type CogwheelBook, type CogwheelPolicy, type CogwheelQuote, isIssued, policyBody } from './book.js';
import { errorReply, NOT_JSON, validationError } from './errors.js';
import type { SignedCall } from './gate.js';
import { ISSUE_FIELD_ORDER, type IssueRequest, issueKey, issueRequest, vehicleIssueRequest } from './issue-request.js';
import { FIELD_CODES, rupees } from './wire-forms.js';

/** `POST /v2/policy/issue` (partners.md C.3). */

export interface IssueDesk {
  readonly world: World;
  readonly book: CogwheelBook;
}

function issuedReply(policy: CogwheelPolicy, now: Date, duplicate: boolean): Reply {
  const { issueRef } = policy;
  return jsonReply(200, { status: 'OK', issue_ref: issueRef, duplicate, policy: policyBody(policy, now) });
}

/** The answer to an issue_ref that has its policy: the current state, at once; undefined when it has none. */
function repeated({ book, world }: IssueDesk, body: unknown): Reply | undefined {
  const policy = book.policyOfIssueRef(textAt(body, ['issue_ref']) ?? '');
  if (policy === undefined) return undefined;
  const key = issueKey.safeParse(body).data;
  const same = key?.quote_no === policy.quoteNo && key.premium === policy.premiumMinor;
  return same ? issuedReply(policy, world.now(), true) : errorReply('C-ISS-409');
}

function alreadyIssued(policy: CogwheelPolicy, now: Date): Reply {
  return errorReply('C-ISS-410', { members: isIssued(policy, now) ? { policy_no: policy.policyNo } : {} });
}

/** The quote, when it may be issued as asked; otherwise the first refusal of the order in errata 9. */
function bindableQuote({ book, world }: IssueDesk, request: IssueRequest): Result<CogwheelQuote, Reply> {
  const { quote_no, premium, payment } = request;
  const now = world.now();
  const quote = book.quote(quote_no);
  const policy = book.policyOfQuote(quote_no);
  if (policy !== undefined) return refused(alreadyIssued(policy, now));
  if (quote === undefined) return refused(errorReply('C-ISS-404'));
  if (now.getTime() > quote.validUntilMs) return refused(errorReply('C-ISS-411'));
  if (!quote.firm) return refused(errorReply('C-ISS-421'));
  const current = quote.premiumMinor + (quote.magic.effect.priceRiseMinor ?? 0);
  if (premium !== current) return refused(errorReply('C-ISS-420', { members: { new_premium: rupees(current) } }));
  if (payment.amt !== premium) return refused(errorReply('C-ISS-422'));
  return ok(quote);
}

function issue({ book, world }: IssueDesk, quote: CogwheelQuote, request: IssueRequest): Reply {
  const policy = book.issue(quote, request.issue_ref, request.premium);
  return { ...issuedReply(policy, world.now(), false), lost: quote.magic.effect.losesIssuedAnswer ?? false };
}

export const issuePolicy =
  (desk: IssueDesk) =>
  (call: SignedCall): Reply => {
    const body = parseJson(call.body);
    if (!isJsonObject(body)) return NOT_JSON;
    const known = desk.book.quote(textAt(body, ['quote_no']) ?? '');
    call.note({ reference: known?.requestRef ?? null, magic: known?.magic.number ?? null });
    const repeat = repeated(desk, body);
    if (repeat !== undefined) return repeat;
    const schema = known?.insuresVehicle ? vehicleIssueRequest : issueRequest;
    const request = firstProblem(checkBody<IssueRequest>(schema, [], FIELD_CODES, body), ISSUE_FIELD_ORDER);
    const issueRef = textAt(body, ['issue_ref']);
    if (!request.ok) return validationError(request.error, issueRef === null ? {} : { issue_ref: issueRef });
    const quote = bindableQuote(desk, request.value);
    const reply = quote.ok ? issue(desk, quote.value, request.value) : quote.error;
    return { ...reply, afterMs: known?.magic.effect.answerAfterMs ?? 0 };
  };
