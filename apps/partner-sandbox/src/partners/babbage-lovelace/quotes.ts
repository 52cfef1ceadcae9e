import { addDays, decimalFromMinor, istDateAt } from '@app/domain';
import { throttledForSeconds } from '../../behaviour/behaviour.js';
import type { FailingCalls } from '../../magic/failing-calls.js';
import { type Magic, magicOf } from '../../magic/magic-values.js';
import { cutInHalf, type Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { answerReply } from './answers.js';
import type { BabbageBook } from './book.js';
import { decide } from './decision.js';
import { failedStatus, internalError, invalidStatus, overloaded } from './errors.js';
import type { UserCall } from './gate.js';
import { BABBAGE } from './identity.js';
import type { Assessment, BabbageLine, CheckedRisk, Price } from './lines/babbage-line.js';
import type { KeyedMessage } from './messages.js';
import { declinedStatus, pricedStatus } from './msg-status.js';
import type { XmlContents } from './soap.js';
import type { Outcome } from './stored-answers.js';
import { amountElement } from './wire-forms.js';

/** `PersAutoPolicyQuoteInqRq` and `PersPkgPolicyQuoteInqRq` (partners.md B.2). */

export interface QuoteDesk {
  readonly world: World;
  readonly book: BabbageBook;
  readonly failing: FailingCalls;
}

const VALID_FOR_DAYS = 15;
const RETRY_AFTER_SECONDS = 2;

/** The failure that a magic value puts in place of an answer; the two retryable forms take turns. */
function magicFailure(desk: QuoteDesk, magic: Magic, user: string, message: KeyedMessage): Reply | undefined {
  if (magic.effect.breaksQuote) return internalError();
  const ordinal = desk.failing.next(user, magic);
  if (ordinal === 0) return undefined;
  const inBand = ordinal % 2 === 1;
  return inBand ? answerReply(message, desk.world.now(), failedStatus('BL-950')) : overloaded(RETRY_AFTER_SECONDS);
}

const premiumSummary = ({ net, tax, taxPercent, rounding }: Price): XmlContents => ({
  NetAmt: amountElement(net),
  TaxAmt: amountElement(tax),
  TaxTypeCd: 'GST',
  TaxPct: decimalFromMinor(100 * taxPercent),
  RoundingAmt: amountElement(rounding),
});

interface PrintedQuote {
  readonly quoteNumber: string;
  readonly preparedOn: string;
  readonly validThru: string;
  readonly bindable: boolean;
}

const quotedPolicy = ({ quoteNumber, preparedOn, validThru, bindable }: PrintedQuote, price: Price): XmlContents => ({
  QuoteInfo: { CompanysQuoteNumber: quoteNumber, QuotePreparedDt: preparedOn, QuoteValidThruDt: validThru },
  PolicyStatusCd: 'QuotedNotBound',
  'com.bl_BindableInd': bindable ? '1' : '0',
  CurrentTermAmt: amountElement(price.total),
  'com.bl_PremiumSummary': premiumSummary(price),
});

const quoteNumberFrom = ({ ids }: World): string => `BLQ${String(ids.next(`${BABBAGE.id} quote`)).padStart(7, '0')}`;

interface Asked {
  readonly line: BabbageLine;
  readonly risk: CheckedRisk;
  readonly magic: Magic;
  readonly rqUid: string;
}

/** Gives the price its number and its validity, and keeps it; a decline has neither. */
function quoteMembers({ world, book }: QuoteDesk, asked: Asked, assessment: Assessment): XmlContents {
  if (assessment.decline !== null) return declinedStatus(assessment.decline);
  const { line, risk, magic, rqUid } = asked;
  const { price, referrals, lineBusiness } = assessment;
  const preparedOn = istDateAt(world.now());
  const quote = {
    quoteNumber: quoteNumberFrom(world),
    bindable: referrals.length === 0,
    validThru: addDays(preparedOn, VALID_FOR_DAYS),
  };
  book.add({ ...quote, rqUid, line, totalMinor: price.total, period: risk.period, magic });
  const policy = quotedPolicy({ ...quote, preparedOn }, price);
  return { ...pricedStatus(assessment), PersPolicy: policy, ...lineBusiness };
}

export const createQuote =
  (desk: QuoteDesk, line: BabbageLine) =>
  ({ call, user }: UserCall, message: KeyedMessage): Outcome => {
    const throttled = throttledForSeconds(desk.world.behaviour());
    if (throttled > 0) return { reply: overloaded(throttled), remembered: 'nothing' };
    const { now } = desk.world;
    const { rqUid } = message;
    const risk = line.check(message.body);
    if (!risk.ok) return { reply: answerReply(message, now(), invalidStatus(risk.error)), remembered: 'answer' };
    const magic = magicOf(risk.value.magicValue, BABBAGE.digit);
    call.note({ magic: magic.number });
    const failure = magicFailure(desk, magic, user, message);
    if (failure !== undefined) return { reply: failure, remembered: 'nothing' };
    const members = quoteMembers(desk, { line, risk: risk.value, magic, rqUid }, decide(risk.value, magic.effect));
    const reply = answerReply(message, now(), members);
    const { cutsQuoteAnswer, answerAfterMs = 0 } = magic.effect;
    return {
      reply: { ...(cutsQuoteAnswer ? cutInHalf(reply) : reply), afterMs: answerAfterMs },
      remembered: 'answer',
    };
  };
