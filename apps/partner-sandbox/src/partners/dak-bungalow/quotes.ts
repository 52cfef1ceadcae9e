import { addDays, istDateAt } from '@app/domain';
import { throttledForSeconds } from '../../behaviour/behaviour.js';
import type { FailingCalls } from '../../magic/failing-calls.js';
import { type Magic, magicOf } from '../../magic/magic-values.js';
import { cutInHalf, type Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { errorLine, headerLine, type Line, textReply, totalLine } from './answers.js';
import type { DakBook } from './book.js';
import { decide } from './decision.js';
import { inputError, MAINTENANCE, result, resultLine } from './errors.js';
import type { FormCall } from './gate.js';
import { DAK } from './identity.js';
import type { Assessment, CheckedRisk, DakLine, Price, Reason } from './lines/dak-line.js';
import { transactionReference, wireAmount, wireDateOf } from './wire-forms.js';

/** `pquote.do`, the indicative quote (partners.md D.2). */

export interface QuoteDesk {
  readonly world: World;
  readonly book: DakBook;
  readonly failing: FailingCalls;
}

const VALID_FOR_DAYS = 14;

/** The failure that a magic value puts in place of an answer; the text and the page of the proxy take turns. */
function magicFailure({ failing }: QuoteDesk, magic: Magic, apiKey: string, reference: string): Reply | undefined {
  if (magic.effect.breaksQuote) return result('99', reference);
  const ordinal = failing.next(apiKey, magic);
  if (ordinal === 0) return undefined;
  return ordinal % 2 === 1 ? result('90', reference) : MAINTENANCE;
}

const reasonLine = ({ code, field, text }: Reason): Line => errorLine(code, field, text);

const priceLines = ({ lines }: Price): Line[] =>
  lines.map(({ description, amount }, index) => ['L', String(index + 1), description, wireAmount(amount)]);

interface PrintedQuote {
  readonly quoteNo: string;
  readonly quotedOn: string;
  readonly validUpto: string;
}

/** What a header says of a quote after the caller's reference. */
const headerFields = ({ quoteNo, quotedOn, validUpto }: PrintedQuote, { idv }: Price): string[] => [
  quoteNo,
  wireDateOf(quotedOn),
  wireDateOf(validUpto),
  idv === null ? '' : wireAmount(idv),
];

/** Gives the price its number and its validity, and keeps it; a decline has neither. */
function writeAnswer({ world, book }: QuoteDesk, risk: CheckedRisk, assessment: Assessment, magic: Magic): Reply {
  const { transactionReference, startDate, policyLetters } = risk;
  if (assessment.decline !== null)
    return textReply([resultLine('10', transactionReference), reasonLine(assessment.decline)]);
  const { referral, price } = assessment;
  const quotedOn = istDateAt(world.now());
  const quote = { quoteNo: book.nextNumber('DBQ', 'quote'), validUpto: addDays(quotedOn, VALID_FOR_DAYS) };
  const kept = { ...quote, transactionReference, startDate, policyLetters, magic };
  book.add({ ...kept, referred: referral !== null, figures: price });
  const [code, text] = referral === null ? ['00', 'QUOTE OK'] : ['20', 'REFERRED TO BRANCH'];
  return textReply([
    headerLine(code, text, transactionReference, ...headerFields({ ...quote, quotedOn }, price)),
    ...(referral === null ? [] : [reasonLine(referral)]),
    ...priceLines(price),
    totalLine(price.lines.length, price),
  ]);
}

export const createQuote =
  (desk: QuoteDesk, line: DakLine) =>
  ({ call, apiKey, form }: FormCall): Reply => {
    const reference = transactionReference.safeParse(form.txn_ref).data ?? '';
    call.note({ reference: reference === '' ? null : reference });
    if (throttledForSeconds(desk.world.behaviour()) > 0) return result('98', reference);
    const risk = line.check(form);
    if (!risk.ok) return inputError(risk.error, reference);
    const magic = magicOf(risk.value.magicValue, DAK.digit);
    call.note({ magic: magic.number });
    const failure = magicFailure(desk, magic, apiKey, reference);
    if (failure !== undefined) return failure;
    const reply = writeAnswer(desk, risk.value, decide(risk.value, magic.effect), magic);
    const { cutsQuoteAnswer, answerAfterMs = 0 } = magic.effect;
    return { ...(cutsQuoteAnswer ? cutInHalf(reply) : reply), afterMs: answerAfterMs };
  };
