import { throttledForSeconds } from '../../behaviour/behaviour.js';
import type { FailingCalls } from '../../magic/failing-calls.js';
import { type Magic, magicOf } from '../../magic/magic-values.js';
import { isJsonObject, parseJson, textAt } from '../../wire/json.js';
import { cutInHalf, jsonReply, type Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import type { CogwheelBook } from './book.js';
import { decide } from './decision.js';
import { errorReply, NOT_JSON, rateLimited, validationError } from './errors.js';
import type { SignedCall } from './gate.js';
import { COGWHEEL } from './identity.js';
import type { Assessment, CheckedRisk, CogwheelLine } from './lines/cogwheel-line.js';
import { wireMinuteAt } from './wire-forms.js';

/** `POST /v2/…/quote` (partners.md C.2). */

export interface QuoteDesk {
  readonly world: World;
  readonly book: CogwheelBook;
  readonly failing: FailingCalls;
}

const VALID_FOR_MS = 7 * 24 * 3_600_000;

/** The failure that a magic value puts in place of an answer; 502 and 503 take turns. */
function magicFailure(magic: Magic, keyId: string, failing: FailingCalls): Reply | undefined {
  if (magic.effect.breaksQuote) return errorReply('C-SYS-500');
  const ordinal = failing.next(keyId, magic);
  return ordinal === 0 ? undefined : errorReply('C-SYS-900', { status: ordinal % 2 === 1 ? 502 : 503 });
}

const quoteNumber = ({ quoteLetters }: CogwheelLine, { ids }: World): string =>
  `${quoteLetters}${ids.next(`${COGWHEEL.id} quote`).toString(36).toUpperCase().padStart(5, '0')}`;

interface Validity {
  readonly untilMs: number;
  /** With a short validity the minute of creation is printed, although the quote outlives it by seconds. */
  readonly printed: string;
}

function validity(nowMs: number, { effect }: Magic): Validity {
  return effect.validForMs === undefined
    ? { untilMs: nowMs + VALID_FOR_MS, printed: wireMinuteAt(nowMs + VALID_FOR_MS) }
    : { untilMs: nowMs + effect.validForMs, printed: wireMinuteAt(nowMs) };
}

interface Asked {
  readonly risk: CheckedRisk;
  readonly line: CogwheelLine;
  readonly magic: Magic;
}

/** Gives the price its number and its validity, and keeps it; a decline has neither. */
function writeAnswer({ world, book }: QuoteDesk, { risk, line, magic }: Asked, assessment: Assessment): Reply {
  const { requestRef, startDate, years } = risk;
  if (assessment.decline !== null)
    return jsonReply(200, { status: 'NO_QUOTE', request_ref: requestRef, decline: assessment.decline });
  const { referral, premiumMinor, members } = assessment;
  const firm = referral === null;
  const quoteNo = quoteNumber(line, world);
  const { untilMs, printed } = validity(world.now().getTime(), magic);
  const { insuresVehicle } = line;
  book.add({
    quoteNo,
    requestRef,
    firm,
    premiumMinor,
    validUntilMs: untilMs,
    startDate,
    years,
    insuresVehicle,
    magic,
  });
  return jsonReply(200, {
    status: firm ? 'OK' : 'REFER',
    request_ref: requestRef,
    ...(firm ? {} : { refer: referral }),
    quote: { quote_no: quoteNo, firm: firm ? 'Y' : 'N', valid_till: printed, ...members },
  });
}

export const createQuote =
  (desk: QuoteDesk, line: CogwheelLine) =>
  (call: SignedCall): Reply => {
    const throttled = throttledForSeconds(desk.world.behaviour());
    if (throttled > 0) return rateLimited(throttled);
    const body = parseJson(call.body);
    if (!isJsonObject(body)) return NOT_JSON;
    const reference = textAt(body, ['request_ref']);
    call.note({ reference });
    const risk = line.check(body);
    if (!risk.ok) return validationError(risk.error, reference === null ? {} : { request_ref: reference });
    const magic = magicOf(risk.value.magicValue, COGWHEEL.digit);
    call.note({ magic: magic.number });
    const failure = magicFailure(magic, call.keyId, desk.failing);
    if (failure !== undefined) return failure;
    const asked = { risk: risk.value, line, magic };
    const reply = writeAnswer(desk, asked, decide(risk.value, magic.effect));
    const { cutsQuoteAnswer, answerAfterMs = 0 } = magic.effect;
    return { ...(cutsQuoteAnswer ? cutInHalf(reply) : reply), afterMs: answerAfterMs };
  };
