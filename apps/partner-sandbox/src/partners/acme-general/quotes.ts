import { throttledForSeconds } from '../../behaviour/behaviour.js';
import type { FailingCalls } from '../../magic/failing-calls.js';
import { type Magic, magicOf } from '../../magic/magic-values.js';
import { parseJson, textAt, valueAt } from '../../wire/json.js';
import { cutInHalf, jsonReply, type Reply, reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import type { AcmeBook } from './book.js';
import { type Decision, decide } from './decision.js';
import { problem, rateLimited, validationFailed } from './errors.js';
import type { ClientAnswer } from './gate.js';
import { ACME } from './identity.js';
import type { AcmeLine, CheckedRisk } from './lines/acme-line.js';
import { LINES } from './lines/lines.js';
import { FIELD_CODES, utcInstant } from './wire-forms.js';

/** `POST /v1/quotes` and `GET /v1/quotes/{quoteId}` (partners.md A.2). */

export interface QuoteDesk {
  readonly world: World;
  readonly book: AcmeBook;
  readonly failing: FailingCalls;
}

const VALID_FOR_MS = 15 * 24 * 3_600_000;
/** What a failing call tells the client to wait, by magic value (errata 7). */
const RETRY_AFTER_SECONDS: Readonly<Record<string, string>> = { '03': '2', '04': '1' };

/** The failure that a magic value puts in place of an answer. */
function magicFailure(magic: Magic, credential: string, failing: FailingCalls): Reply | undefined {
  if (magic.effect.breaksQuote) return problem('INTERNAL_ERROR');
  if (failing.next(credential, magic) === 0) return undefined;
  return problem('UPSTREAM_UNAVAILABLE', {
    headers: { 'retry-after': RETRY_AFTER_SECONDS[magic.number ?? ''] ?? '2' },
  });
}

function quoteIdAt(now: Date, { ids }: World): string {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  return `AGQ-${day}-${String(ids.next(`${ACME.id} quote`)).padStart(6, '0')}`;
}

interface Asked {
  readonly risk: CheckedRisk;
  readonly line: AcmeLine;
  readonly magic: Magic;
}

/** Gives the decision its number and its validity, and keeps it. */
function writeQuote(
  { world, book }: QuoteDesk,
  asked: Asked,
  { decision, reasons, totalMinor, members }: Decision,
): Reply {
  const { risk, line, magic } = asked;
  const { partnerReference, inceptionDate, years } = risk;
  const now = world.now();
  const quoteId = quoteIdAt(now, world);
  const bindable = decision === 'ACCEPTED';
  const validUntilMs = now.getTime() + (magic.effect.validForMs ?? VALID_FOR_MS);
  const [createdAt, validUntil] = [utcInstant(now.getTime()), utcInstant(validUntilMs)];
  const answer = { quoteId, partnerReference, decision, bindable, createdAt, validUntil, reasons, ...members };
  const created = jsonReply(201, answer, { location: `/v1/quotes/${quoteId}` });
  book.add({
    quoteId,
    partnerReference,
    body: created.body,
    bindable,
    totalMinor,
    validUntilMs,
    inceptionDate,
    years,
    policyLetters: line.policyLetters,
    insuresVehicle: line.insuresVehicle,
    magic,
  });
  return created;
}

/** Without a line that knows the rest of the body, the product is all that can be said to be wrong. */
const unsoldProduct = (product: unknown): Reply =>
  validationFailed([
    {
      path: ['product'],
      code: product === null ? FIELD_CODES.missing : FIELD_CODES.choice,
      message: `Expected one of ${[...LINES.keys()].join(', ')}`,
    },
  ]);

export const createQuote =
  (desk: QuoteDesk): ClientAnswer =>
  async (call, client) => {
    const throttled = throttledForSeconds(desk.world.behaviour());
    if (throttled > 0) return rateLimited(throttled);
    const body = parseJson(await call.readBody());
    if (body === undefined) return problem('MALFORMED_JSON');
    call.note({ reference: textAt(body, ['partnerReference']) });
    const line = LINES.get(textAt(body, ['product']) ?? '');
    if (line === undefined) return unsoldProduct(valueAt(body, ['product']) ?? null);
    const risk = line.check(body);
    if (!risk.ok) return validationFailed(risk.error);
    const magic = magicOf(risk.value.magicValue, ACME.digit);
    call.note({ magic: magic.number });
    const failure = magicFailure(magic, client.id, desk.failing);
    if (failure !== undefined) return failure;
    const decision = decide(risk.value, magic.effect);
    const quote = writeQuote(desk, { risk: risk.value, line, magic }, decision);
    const { cutsQuoteAnswer, answerAfterMs = 0 } = magic.effect;
    return { ...(cutsQuoteAnswer ? cutInHalf(quote) : quote), afterMs: answerAfterMs };
  };

export const readQuote =
  ({ book }: QuoteDesk): ClientAnswer =>
  (call) => {
    const quote = book.quote(call.params.quoteId ?? '');
    if (quote === undefined) return problem('QUOTE_NOT_FOUND');
    call.note({ reference: quote.partnerReference, magic: quote.magic.number });
    return reply(200, 'application/json', quote.body);
  };
