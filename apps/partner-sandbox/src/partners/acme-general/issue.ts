import { ok, type Result, refused } from '@app/domain';
import { checkBody } from '../../wire/check-body.js';
import { textAt } from '../../wire/json.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import { jsonReply, type Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { type AcmeBook, type AcmeQuote, isIssued, policyBody } from './book.js';
import { problem, validationFailed } from './errors.js';
import type { ClientAnswer } from './gate.js';
import type { IdempotencyKeys } from './idempotency-keys.js';
import { type IssueRequest, issueRequest, vehicleIssueRequest } from './issue-request.js';
import { FIELD_CODES } from './wire-forms.js';

/** `POST /v1/policies` (partners.md A.3). */

export interface IssueDesk {
  readonly world: World;
  readonly book: AcmeBook;
  readonly keys: IdempotencyKeys;
}

const KEY = /^[\x20-\x7e]{1,128}$/;

/** The quote, when it may be issued as asked; otherwise the first refusal of the order in errata 9. */
function bindableQuote({ book, world }: IssueDesk, request: IssueRequest): Result<AcmeQuote, Reply> {
  const { quoteId, acceptedTotal, payment } = request;
  const quote = book.quote(quoteId);
  const policy = book.policyOfQuote(quoteId);
  if (policy !== undefined) return refused(problem('QUOTE_ALREADY_USED', { members: { policyId: policy.policyId } }));
  if (quote === undefined) return refused(problem('QUOTE_NOT_FOUND'));
  if (world.now().getTime() > quote.validUntilMs) return refused(problem('QUOTE_EXPIRED'));
  if (!quote.bindable || quote.totalMinor === null) return refused(problem('QUOTE_NOT_BINDABLE'));
  const newTotal = quote.totalMinor + (quote.magic.effect.priceRiseMinor ?? 0);
  if (acceptedTotal !== newTotal) return refused(problem('PRICE_CHANGED', { members: { newTotal } }));
  if (payment.amount !== acceptedTotal) return refused(problem('PAYMENT_MISMATCH'));
  return ok(quote);
}

function issue(desk: IssueDesk, quote: AcmeQuote, idempotencyKey: string): Reply {
  const policy = desk.book.issue(quote, idempotencyKey);
  const now = desk.world.now();
  const reply = jsonReply(isIssued(policy, now) ? 201 : 202, policyBody(policy, now));
  return { ...reply, lost: quote.magic.effect.losesIssuedAnswer ?? false };
}

function decide(desk: IssueDesk, call: PartnerCall, body: unknown, idempotencyKey: string): Reply {
  const known = desk.book.quote(textAt(body, ['quoteId']) ?? '');
  const schema = known?.insuresVehicle ? vehicleIssueRequest : issueRequest;
  const request = checkBody<IssueRequest>(schema, [], FIELD_CODES, body);
  if (!request.ok) return validationFailed(request.error);
  call.note({ reference: known?.partnerReference ?? null, magic: known?.magic.number ?? null });
  const quote = bindableQuote(desk, request.value);
  const reply = quote.ok ? issue(desk, quote.value, idempotencyKey) : quote.error;
  return { ...reply, afterMs: known?.magic.effect.answerAfterMs ?? 0 };
}

export const issuePolicy =
  (desk: IssueDesk): ClientAnswer =>
  (call, client) => {
    const key = call.header('idempotency-key') ?? '';
    if (!KEY.test(key)) return problem('IDEMPOTENCY_KEY_REQUIRED');
    return desk.keys.answer(`${client.id} ${key}`, call, (body) => decide(desk, call, body, key));
  };
