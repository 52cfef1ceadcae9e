import { throttledForSeconds } from '../../behaviour/behaviour.js';
import type { RateLimit } from '../../limits/sliding-window.js';
import type { FailingCalls } from '../../magic/failing-calls.js';
import { type Magic, magicOf } from '../../magic/magic-values.js';
import { isJsonObject, parseJson, textAt, valueAt } from '../../wire/json.js';
import type { Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import type { EleventhHourBook } from './book.js';
import type { Refusals } from './errors.js';
import type { KeyedAnswer, KeyedCall } from './gate.js';
import { ELEVENTH_HOUR } from './identity.js';
import type { Job, Jobs } from './jobs.js';
import type { CheckedRisk, EleventhHourLine } from './lines/eleventh-hour-line.js';
import { LINES } from './lines/lines.js';
import { type Outcome, outcomeOf } from './outcome.js';
import type { RequestIds } from './request-ids.js';
import type { ResultPushes } from './result-pushes.js';
import { quoteReadyAfterMs } from './timing.js';
import { FIELD_CODES, istInstant } from './wire-forms.js';

/** `POST /api/v3/quote-requests` (partners.md E.2). */

export interface QuoteDesk {
  readonly world: World;
  readonly refusals: Refusals;
  readonly limit: RateLimit;
  readonly requestIds: RequestIds;
  readonly book: EleventhHourBook;
  readonly failing: FailingCalls;
  readonly jobs: Jobs;
  readonly pushes: ResultPushes;
}

const VALID_FOR_MS = 30 * 24 * 3_600_000;

interface Asked {
  readonly line: EleventhHourLine;
  readonly risk: CheckedRisk;
  readonly magic: Magic;
  /** What the job and the offer share: `ehj_00000042`, `eho_00000042`. */
  readonly number: string;
}

/** Writes the result down as of the instant of completion, and keeps the offer if there is one. */
function resultOf({ book }: QuoteDesk, { line, risk, magic, number }: Asked, outcome: Outcome, atMs: number): object {
  if (outcome.kind === 'ERROR') return { outcome: outcome.kind, reasons: [], error: outcome.error };
  if (outcome.kind === 'DECLINE') return { outcome: outcome.kind, reasons: outcome.reasons };
  const { kind, reasons, price } = outcome;
  const { externalRef, startDate, years } = risk;
  const { policyLetter } = line;
  const offerId = `eho_${number}`;
  const binding = kind === 'OFFER';
  const expiresAtMs = atMs + (magic.effect.validForMs ?? VALID_FOR_MS);
  const { payableMinor } = price;
  book.add({
    offerId,
    externalRef,
    binding,
    payableMinor,
    madeAtMs: atMs,
    expiresAtMs,
    startDate,
    years,
    policyLetter,
    magic,
  });
  const offer = { offerId, binding, expiresAt: istInstant(expiresAtMs), currency: 'INR', ...price.members };
  return { outcome: kind, reasons, offer };
}

function completionOf(desk: QuoteDesk, asked: Asked): Job['completion'] {
  const { line, risk, magic } = asked;
  const behaviour = desk.world.behaviour();
  const afterMs = quoteReadyAfterMs(line.readyAfterMs, magic, behaviour);
  if (afterMs === null) return null;
  const atMs = desk.world.now().getTime() + afterMs;
  return { atMs, result: resultOf(desk, asked, outcomeOf(risk, magic.effect, behaviour), atMs) };
}

function acceptRisk(desk: QuoteDesk, line: EleventhHourLine, risk: CheckedRisk, magic: Magic): Reply {
  const { world, jobs, pushes } = desk;
  const number = String(world.ids.next(`${ELEVENTH_HOUR.id} job`)).padStart(8, '0');
  const job: Job = {
    jobId: `ehj_${number}`,
    externalRef: risk.externalRef,
    magic,
    completion: completionOf(desk, { line, risk, magic, number }),
    cutWhenDone: magic.effect.cutsQuoteAnswer ?? world.behaviour().mode === 'garbled',
  };
  pushes.announce('quote.completed', job, risk.callbackUrl);
  return jobs.accept(job);
}

/** Without a line that knows the rest of the body, the line is all that can be said to be wrong. */
const unsoldLine = ({ refusals }: QuoteDesk, line: unknown): Reply =>
  refusals.invalid([
    {
      path: ['line'],
      code: line === null ? FIELD_CODES.missing : FIELD_CODES.choice,
      message: `allowed: ${[...LINES.keys()].join(', ')}`,
    },
  ]);

function process(desk: QuoteDesk, call: KeyedCall, bytes: Buffer): Reply {
  const body = parseJson(bytes);
  if (!isJsonObject(body)) return desk.refusals.notJson();
  call.note({ reference: textAt(body, ['externalRef']) });
  const line = LINES.get(textAt(body, ['line']) ?? '');
  if (line === undefined) return unsoldLine(desk, valueAt(body, ['line']) ?? null);
  const risk = line.check(body);
  if (!risk.ok) return desk.refusals.invalid(risk.error);
  const magic = magicOf(risk.value.magicValue, ELEVENTH_HOUR.digit);
  call.note({ magic: magic.number });
  if (desk.failing.next(call.apiKey, magic) > 0) return desk.refusals.refuse('EH-5030', { 'retry-after': '2' });
  return acceptRisk(desk, line, risk.value, magic);
}

export const submitQuote =
  (desk: QuoteDesk): KeyedAnswer =>
  (call) => {
    const throttled = throttledForSeconds(desk.world.behaviour()) || desk.limit.secondsUntilAdmitted(call.apiKey);
    if (throttled > 0) return desk.refusals.tooMany(throttled);
    return desk.requestIds.answer(call, (bytes) => process(desk, call, bytes));
  };
