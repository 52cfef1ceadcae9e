import { addDays, addYears } from '@app/domain';
import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { World } from '../partner.js';
import { ELEVENTH_HOUR } from './identity.js';

/** What E keeps of an offer. */
export interface Offer {
  readonly offerId: string;
  readonly externalRef: string;
  readonly binding: boolean;
  /** The first instalment, or everything. */
  readonly payableMinor: number;
  /** Nobody can know of an offer before its job is done. */
  readonly madeAtMs: number;
  readonly expiresAtMs: number;
  readonly startDate: string;
  readonly years: number;
  readonly policyLetter: string;
  readonly magic: Magic;
}

export interface Policy {
  readonly policyNumber: string;
  readonly documentId: string;
  /** In the future while its job runs. */
  readonly issuedAtMs: number;
  readonly coverFrom: string;
  readonly coverTo: string;
}

/** Offers are kept beyond their validity (partners.md 0.4). */
const KEPT_AFTER_EXPIRY_MS = 24 * 3_600_000;

/** E's offers, and its policies for ever. */
export class EleventhHourBook {
  readonly #offers: ExpiringMap<Offer>;
  readonly #policyOfOffer = new Map<string, Policy>();
  readonly #policyOfDocument = new Map<string, Policy>();

  constructor(private readonly world: World) {
    this.#offers = new ExpiringMap(world.now);
  }

  add(offer: Offer): void {
    this.#offers.set(offer.offerId, offer, offer.expiresAtMs + KEPT_AFTER_EXPIRY_MS);
  }

  offer(offerId: string): Offer | undefined {
    const offer = this.#offers.get(offerId);
    return offer !== undefined && offer.madeAtMs <= this.world.now().getTime() ? offer : undefined;
  }

  policyOfOffer(offerId: string): Policy | undefined {
    return this.#policyOfOffer.get(offerId);
  }

  /** Only of a policy that is issued by now. */
  policyOfDocument(documentId: string): Policy | undefined {
    const policy = this.#policyOfDocument.get(documentId);
    return policy !== undefined && policy.issuedAtMs <= this.world.now().getTime() ? policy : undefined;
  }

  issue({ offerId, policyLetter, startDate, years }: Offer, requestId: string, issuedAtMs: number): Policy {
    const number = this.world.ids.next(`${ELEVENTH_HOUR.id} policy`);
    const policy = {
      policyNumber: `EH-${policyLetter}-${String(number).padStart(9, '0')}`,
      documentId: `ehd_${number}`,
      issuedAtMs,
      coverFrom: startDate,
      coverTo: addDays(addYears(startDate, years), -1),
    };
    this.#policyOfOffer.set(offerId, policy);
    this.#policyOfDocument.set(policy.documentId, policy);
    this.world.policies.record({
      partner: ELEVENTH_HOUR.id,
      policyNumber: policy.policyNumber,
      quoteRef: offerId,
      idempotencyKey: requestId,
      issuedAt: new Date(issuedAtMs).toISOString(),
    });
    return policy;
  }
}
