import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import { onePagePdf } from '../../wire/pdf.js';
import type { World } from '../partner.js';
import { FIZZBUZZ } from './identity.js';

/** What F keeps of a priced plan. */
export interface Offer {
  readonly offerId: string;
  readonly quoteSetId: string;
  readonly ref: string;
  readonly bindable: boolean;
  readonly totalMinor: number;
  readonly validUntilMs: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly policyLetter: string;
  readonly insuresVehicle: boolean;
  readonly magic: Magic;
}

export interface Policy {
  readonly policyNo: string;
  readonly offerId: string;
  readonly totalMinor: number;
  /** In the future while the policy is pending. */
  readonly issuedAtMs: number;
  readonly period: Offer['period'];
}

/** Offers are kept beyond their validity (partners.md 0.4). */
const KEPT_AFTER_VALIDITY_MS = 24 * 3_600_000;
const DEDUPE_KEY_KEPT_MS = 30 * 24 * 3_600_000;

/** F's offers, and its policies for ever, by each of the names they go by. */
export class FizzbuzzBook {
  readonly #offers: ExpiringMap<Offer>;
  readonly #policyOfKey: ExpiringMap<Policy>;
  readonly #policyOfNumber = new Map<string, Policy>();
  readonly #policyOfOffer = new Map<string, Policy>();
  readonly #boughtSets = new Set<string>();

  constructor(private readonly world: World) {
    this.#offers = new ExpiringMap(world.now);
    this.#policyOfKey = new ExpiringMap(world.now);
  }

  add(offer: Offer): void {
    this.#offers.set(offer.offerId, offer, offer.validUntilMs + KEPT_AFTER_VALIDITY_MS);
  }

  offer(offerId: string): Offer | undefined {
    return this.#offers.get(offerId);
  }

  policyOfOffer(offerId: string): Policy | undefined {
    return this.#policyOfOffer.get(offerId);
  }

  policyOfNumber(policyNo: string): Policy | undefined {
    return this.#policyOfNumber.get(policyNo);
  }

  policyOfKey(dedupeKey: string): Policy | undefined {
    return this.#policyOfKey.get(dedupeKey);
  }

  /** Whether a plan of the same set has been issued: that withdraws the others. */
  isSetBought({ quoteSetId }: Offer): boolean {
    return this.#boughtSets.has(quoteSetId);
  }

  issue(offer: Offer, dedupeKey: string, totalMinor: number): Policy {
    const { offerId, quoteSetId, period } = offer;
    const nowMs = this.world.now().getTime();
    const issuedAtMs = nowMs + (offer.magic.effect.pendingForMs ?? 0);
    const policy = { policyNo: this.#nextPolicyNo(offer, issuedAtMs), offerId, totalMinor, issuedAtMs, period };
    this.#policyOfNumber.set(policy.policyNo, policy);
    this.#policyOfOffer.set(offerId, policy);
    this.#policyOfKey.set(dedupeKey, policy, nowMs + DEDUPE_KEY_KEPT_MS);
    this.#boughtSets.add(quoteSetId);
    this.world.policies.record({
      partner: FIZZBUZZ.id,
      policyNumber: policy.policyNo,
      quoteRef: offerId,
      idempotencyKey: dedupeKey,
      issuedAt: new Date(issuedAtMs).toISOString(),
    });
    return policy;
  }

  #nextPolicyNo({ policyLetter }: Offer, issuedAtMs: number): string {
    const number = this.world.ids.next(`${FIZZBUZZ.id} policy`);
    return `FZ-${new Date(issuedAtMs).getUTCFullYear()}-${policyLetter}-${String(number).padStart(5, '0')}`;
  }
}

export const isIssued = ({ issuedAtMs }: Policy, now: Date): boolean => issuedAtMs <= now.getTime();

/** The policy as F shows it: a pending one has neither number nor documents yet. */
export function policyResult(policy: Policy, now: Date, replayed: boolean): object {
  const { policyNo, period: effective } = policy;
  if (!isIssued(policy, now)) return { state: 'PENDING', effective, replayed, documents: [] };
  const b64 = onePagePdf(`Fizzbuzz policy ${policyNo}`).toString('base64');
  const documents = [{ kind: 'SCHEDULE', mime: 'application/pdf', b64 }];
  return { policyNo, state: 'ISSUED', effective, replayed, documents };
}
