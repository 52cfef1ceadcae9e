import { ok, type Result, refused } from '@app/domain';
import { checkBody } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import { answerReply } from './answers.js';
import { type BabbagePolicy, type BabbageQuote, isExpired, isIssued } from './book.js';
import { failedStatus, invalidStatus } from './errors.js';
import type { UserCall } from './gate.js';
import { ISSUE_FIELD_ORDER, type IssueRequest, issueRequest, vehicleIssueRequest } from './issue-request.js';
import type { BabbageLine } from './lines/babbage-line.js';
import type { KeyedMessage } from './messages.js';
import { PENDING, SUCCESS } from './msg-status.js';
import { type PolicyDesk, policyMembers } from './policies.js';
import type { XmlContents } from './soap.js';
import { type Outcome, quoteNumberOf } from './stored-answers.js';
import { amountElement, FIELD_CODES } from './wire-forms.js';

/** `PersAutoPolicyAddRq` and `PersPkgPolicyAddRq` (partners.md B.3). */

/** A second Add for a quote that has its policy, or will have it (errata 10). */
const alreadyIssued = (policy: BabbagePolicy, now: Date): XmlContents =>
  isIssued(policy, now) ? { ...failedStatus('BL-905'), PersPolicy: { PolicyNumber: policy.policyNumber } } : PENDING;

/** The quote, when it may be issued as asked; otherwise the first refusal of the order in errata 9. */
function bindableQuote(
  { book, world }: PolicyDesk,
  line: BabbageLine,
  request: IssueRequest,
): Result<BabbageQuote, XmlContents> {
  const now = world.now();
  const quoteNumber = request.QuoteInfo.CompanysQuoteNumber;
  const [accepted, paid] = [request.CurrentTermAmt.Amt, request.PaymentInfo.PaymentAmt.Amt];
  const policy = book.policyOfQuote(quoteNumber);
  const quote = book.quote(quoteNumber);
  if (policy?.line === line) return refused(alreadyIssued(policy, now));
  if (quote?.line !== line) return refused(failedStatus('BL-910'));
  if (isExpired(quote, now)) return refused(failedStatus('BL-906'));
  if (!quote.bindable) return refused(failedStatus('BL-909'));
  const current = quote.totalMinor + (quote.magic.effect.priceRiseMinor ?? 0);
  if (accepted !== current) return refused(failedStatus('BL-907', { 'com.bl_NewTotalAmt': amountElement(current) }));
  if (paid !== accepted) return refused(failedStatus('BL-908'));
  return ok(quote);
}

/** The answer that goes with a policy: while it is pending, only that it is. */
function policyOutcome(desk: PolicyDesk, message: KeyedMessage, policy: BabbagePolicy): Outcome {
  const now = desk.world.now();
  if (!isIssued(policy, now)) return { reply: answerReply(message, now, PENDING), remembered: 'rqUid' };
  return { reply: answerReply(message, now, { ...SUCCESS, ...policyMembers(policy) }), remembered: 'answer' };
}

function decide(desk: PolicyDesk, line: BabbageLine, message: KeyedMessage): Outcome {
  const schema = line.insuresVehicle ? vehicleIssueRequest : issueRequest;
  const request = firstProblem(checkBody<IssueRequest>(schema, [], FIELD_CODES, message.body), ISSUE_FIELD_ORDER);
  const refusal = (members: XmlContents): Outcome => ({
    reply: answerReply(message, desk.world.now(), members),
    remembered: 'nothing',
  });
  if (!request.ok) return refusal(invalidStatus(request.error));
  const quote = bindableQuote(desk, line, request.value);
  if (!quote.ok) return refusal(quote.error);
  const outcome = policyOutcome(desk, message, desk.book.issue(quote.value, message.rqUid));
  const lost = quote.value.magic.effect.losesIssuedAnswer ?? false;
  return { ...outcome, reply: { ...outcome.reply, lost } };
}

export const issuePolicy =
  (desk: PolicyDesk, line: BabbageLine) =>
  ({ call }: UserCall, message: KeyedMessage): Outcome => {
    const quoteNumber = quoteNumberOf(message) ?? '';
    const known = desk.book.quote(quoteNumber);
    call.note({ reference: known?.rqUid ?? null, magic: known?.magic.number ?? null });
    const policy = desk.book.policyOfQuote(quoteNumber);
    if (policy?.rqUid === message.rqUid) return policyOutcome(desk, message, policy);
    const outcome = decide(desk, line, message);
    return { ...outcome, reply: { ...outcome.reply, afterMs: known?.magic.effect.answerAfterMs ?? 0 } };
  };
