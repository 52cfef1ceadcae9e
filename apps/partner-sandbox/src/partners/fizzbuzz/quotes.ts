import { throttledForSeconds } from '../../behaviour/behaviour.js';
import type { FailingCalls } from '../../magic/failing-calls.js';
import { type Magic, magicOf } from '../../magic/magic-values.js';
import { textAt } from '../../wire/json.js';
import type { World } from '../partner.js';
import type { FizzbuzzBook, Offer } from './book.js';
import { invalidParams, type RpcError, rateLimited, rpcError, unavailable } from './errors.js';
import { FIZZBUZZ } from './identity.js';
import type { CheckedRisk, FizzbuzzLine } from './lines/fizzbuzz-line.js';
import { failed, type RpcAnswer, type RpcMethod, succeeded } from './methods.js';
import { decidePlans, type PlanDecision } from './plans.js';

/** `motor.quotePlans` and `travel.quotePlans` (partners.md F.2). */

export interface QuoteDesk {
  readonly world: World;
  readonly book: FizzbuzzBook;
  readonly failing: FailingCalls;
}

const VALID_FOR_MS = 72 * 3_600_000;

/** The failure that a magic value puts in place of an answer. */
function magicFailure(magic: Magic, partner: string, failing: FailingCalls): RpcError | undefined {
  if (magic.effect.breaksQuote) return rpcError('-32603');
  return failing.next(partner, magic) === 0 ? undefined : unavailable();
}

/** What all plans of a set have in common. */
type QuoteSet = Omit<Offer, 'offerId' | 'bindable' | 'totalMinor'>;

/** Writes one plan down, and keeps it when it has a price. */
function writePlan({ book }: QuoteDesk, set: QuoteSet, { plan, assessment, referral }: PlanDecision): object {
  switch (assessment.kind) {
    case 'declined':
      return { plan, state: 'DECLINE', reason: assessment.reason };
    case 'failed':
      return { plan, state: 'ERROR', error: assessment.error };
    case 'priced': {
      const offerId = `${set.quoteSetId}-${plan}`;
      const bindable = referral === null;
      book.add({ ...set, offerId, bindable, totalMinor: assessment.totalMinor });
      const reason = bindable ? {} : { reason: referral };
      return { plan, state: bindable ? 'OFFER' : 'REFER', offerId, bindable, ...reason, ...assessment.members };
    }
  }
}

function writeQuote(desk: QuoteDesk, line: FizzbuzzLine, risk: CheckedRisk, magic: Magic): object {
  const { now, ids, behaviour } = desk.world;
  const { ref, period } = risk;
  const { policyLetter, insuresVehicle } = line;
  const quoteSetId = `FZS-${String(ids.next(`${FIZZBUZZ.id} quote`)).padStart(4, '0')}`;
  const validUntilMs = now().getTime() + (magic.effect.validForMs ?? VALID_FOR_MS);
  const set = { quoteSetId, ref, period, validUntilMs, policyLetter, insuresVehicle, magic };
  const plans = decidePlans(risk, magic.effect, behaviour()).map((decision) => writePlan(desk, set, decision));
  return { ref, quoteSetId, currency: 'INR', validUntilMs, plans };
}

export const quotePlans = (desk: QuoteDesk, line: FizzbuzzLine): RpcMethod => ({
  operation: 'quote',
  allowedInBatch: true,
  answer: (params, { partner, note }): RpcAnswer => {
    const throttled = throttledForSeconds(desk.world.behaviour());
    if (throttled > 0) return failed(rateLimited(throttled));
    note({ reference: textAt(params, ['ref']) });
    const risk = line.check(params);
    if (!risk.ok) return failed(invalidParams(risk.error, params));
    const magic = magicOf(risk.value.magicValue, FIZZBUZZ.digit);
    note({ magic: magic.number });
    const failure = magicFailure(magic, partner, desk.failing);
    if (failure !== undefined) return failed(failure);
    const { answerAfterMs = 0, cutsQuoteAnswer = false } = magic.effect;
    return {
      ...succeeded(writeQuote(desk, line, risk.value, magic)),
      afterMs: answerAfterMs,
      cut: cutsQuoteAnswer,
    };
  },
});
