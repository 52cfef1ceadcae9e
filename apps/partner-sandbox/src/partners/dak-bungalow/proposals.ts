import { z } from 'zod';
import { checkBody } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import { textAt } from '../../wire/json.js';
import type { Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { headerLine, textReply, totalLine } from './answers.js';
import { type DakBook, type DakProposal, isPastValidity } from './book.js';
import { inputError, result } from './errors.js';
import type { FormCall } from './gate.js';
import { FIELD_CODES, identifier, pin, wireDateOf } from './wire-forms.js';

/** `pprop.do`, the firm proposal (partners.md D.3). */

export interface IssueDesk {
  readonly world: World;
  readonly book: DakBook;
}

const text = z.string();
const serialNumber = text.max(40);

/** Number, name and the vehicle's numbers are mandatory (errata 11). */
const proposalRequest = z.object({
  quote_no: identifier,
  eng_no: serialNumber,
  chs_no: serialNumber,
  own_name: text,
  own_addr: text.optional(),
  own_pin: pin.optional(),
  nom_name: text.optional(),
  nom_rel: text.optional(),
});

const FIELD_ORDER = Object.keys(proposalRequest.shape);

function proposalReply({ propNo, proposedOn, quote }: DakProposal): Reply {
  const dates = [wireDateOf(proposedOn), wireDateOf(quote.validUpto)];
  return textReply([headerLine('00', 'PROPOSAL OK', quote.quoteNo, propNo, ...dates), totalLine(0, quote.figures)]);
}

function propose({ book, world }: IssueDesk, quoteNo: string): Reply {
  const quote = book.quote(quoteNo);
  if (quote === undefined) return result('45', quoteNo);
  if (isPastValidity(quote, world.now())) return result('42', quoteNo);
  if (quote.referred) return result('48', quoteNo);
  return proposalReply(book.propose(quote));
}

/** A quote has one proposal, however often it is asked for. */
export const makeProposal =
  (desk: IssueDesk) =>
  ({ call, form }: FormCall): Reply => {
    const quoteNo = textAt(form, ['quote_no']) ?? '';
    const known = desk.book.quote(quoteNo);
    call.note({ reference: known?.transactionReference ?? null, magic: known?.magic.number ?? null });
    const before = desk.book.proposalOfQuote(quoteNo);
    if (before !== undefined) return proposalReply(before);
    const request = firstProblem(checkBody(proposalRequest, [], FIELD_CODES, form), FIELD_ORDER);
    const reference = identifier.safeParse(quoteNo).data ?? '';
    return request.ok ? propose(desk, request.value.quote_no) : inputError(request.error, reference);
  };
