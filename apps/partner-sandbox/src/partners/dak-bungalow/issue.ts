import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import { checkBody } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import { textAt } from '../../wire/json.js';
import type { Reply } from '../../wire/reply.js';
import { type Figures, textReply, totalLine } from './answers.js';
import { type DakPolicy, type DakProposal, type DakQuote, isIssued, isPastValidity } from './book.js';
import { inputError, result, resultLine } from './errors.js';
import type { FormCall } from './gate.js';
import { policyReply } from './policies.js';
import type { IssueDesk } from './proposals.js';
import { FIELD_CODES, identifier, printedAmount, wireDate } from './wire-forms.js';

/** `pissue.do` (partners.md D.4). */

const issueRequest = z.object({
  prop_no: identifier,
  pay_ref: z.string().max(30),
  pay_dt: wireDate,
  pay_amt: printedAmount,
});

type IssueRequest = z.infer<typeof issueRequest>;

const FIELD_ORDER = Object.keys(issueRequest.shape);

/** A magic short validity leaves the printed dates alone: it shows here (partners.md 0.5). */
const isExpired = (quote: DakQuote, now: Date): boolean =>
  quote.magic.effect.validForMs !== undefined || isPastValidity(quote, now);

/** What the proposal costs by now; only the net has risen (errata 3). */
function currentFigures({ figures, magic }: DakQuote): Figures {
  const rise = (magic.effect.priceRiseMinor ?? 0) / 100;
  return { net: figures.net + rise, gst: figures.gst, total: figures.total + rise };
}

/** A price that has risen is told, a wrong payment is not corrected (partners.md 0.6a). */
function wrongAmount({ magic }: DakQuote, propNo: string, current: Figures): Reply {
  if (magic.effect.priceRiseMinor === undefined) return result('41', propNo);
  return textReply([resultLine('44', propNo), totalLine(0, current)]);
}

/** A proposal that has its policy, or will have it, under another reference (errata 10). */
const issuedOtherwise = (policy: DakPolicy, now: Date): Reply =>
  result('46', policy.proposal.propNo, isIssued(policy, now) ? policy.policyNo : '');

interface Issuable {
  readonly proposal: DakProposal;
  readonly figures: Figures;
}

/** The proposal, when it may be issued as asked; otherwise the first refusal of the order in errata 9. */
function issuable({ book, world }: IssueDesk, { prop_no, pay_amt }: IssueRequest): Result<Issuable, Reply> {
  const now = world.now();
  const policy = book.policyOfProposal(prop_no);
  if (policy !== undefined) return refused(issuedOtherwise(policy, now));
  const proposal = book.proposal(prop_no);
  if (proposal === undefined) return refused(result('45', prop_no));
  if (isExpired(proposal.quote, now)) return refused(result('42', prop_no));
  const figures = currentFigures(proposal.quote);
  if (pay_amt !== figures.total) return refused(wrongAmount(proposal.quote, prop_no, figures));
  return ok({ proposal, figures });
}

function issue({ book, world }: IssueDesk, { proposal, figures }: Issuable, payRef: string): Reply {
  const policy = book.issue(proposal, payRef, figures);
  const { losesIssuedAnswer = false } = proposal.quote.magic.effect;
  return { ...policyReply(policy, world.now(), false), lost: losesIssuedAnswer };
}

/** The answer to a payment reference that has its policy: the current state, at once; undefined when it has none. */
function repeated({ book, world }: IssueDesk, payRef: string, propNo: string): Reply | undefined {
  const policy = book.policyOfPayRef(payRef);
  if (policy === undefined) return undefined;
  if (policy.proposal.propNo === propNo) return policyReply(policy, world.now(), true);
  return result('43', identifier.safeParse(propNo).data ?? '');
}

export const issuePolicy =
  (desk: IssueDesk) =>
  ({ call, form }: FormCall): Reply => {
    const propNo = textAt(form, ['prop_no']) ?? '';
    const quote = desk.book.proposal(propNo)?.quote;
    call.note({ reference: quote?.transactionReference ?? null, magic: quote?.magic.number ?? null });
    const repeat = repeated(desk, textAt(form, ['pay_ref']) ?? '', propNo);
    if (repeat !== undefined) return repeat;
    const request = firstProblem(checkBody(issueRequest, [], FIELD_CODES, form), FIELD_ORDER);
    if (!request.ok) return inputError(request.error, identifier.safeParse(propNo).data ?? '');
    const proposal = issuable(desk, request.value);
    const reply = proposal.ok ? issue(desk, proposal.value, request.value.pay_ref) : proposal.error;
    return { ...reply, afterMs: quote?.magic.effect.answerAfterMs ?? 0 };
  };
