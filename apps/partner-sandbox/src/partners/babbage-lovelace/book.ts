import { endOfDayIst } from '@app/domain';
import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { World } from '../partner.js';
import { BABBAGE } from './identity.js';
import type { BabbageLine, Period } from './lines/babbage-line.js';

/** What B keeps of a quote. */
export interface BabbageQuote {
  readonly quoteNumber: string;
  /** The key that it was asked for under. */
  readonly rqUid: string;
  readonly line: BabbageLine;
  readonly bindable: boolean;
  readonly totalMinor: number;
  /** Inclusive, `YYYY-MM-DD` in India. */
  readonly validThru: string;
  readonly period: Period;
  readonly magic: Magic;
}

export interface BabbagePolicy {
  readonly policyNumber: string;
  readonly quoteNumber: string;
  /** The key of the Add. */
  readonly rqUid: string;
  readonly line: BabbageLine;
  /** In the future while the policy is pending. */
  readonly issuedAtMs: number;
  readonly period: Period;
}

/** Quotes are kept beyond their validity (partners.md 0.4). */
const KEPT_AFTER_VALIDITY_MS = 24 * 3_600_000;

const validUntilMs = ({ validThru }: BabbageQuote): number => Date.parse(endOfDayIst(validThru));

/** A magic short validity leaves the printed dates alone: it shows at issuance (partners.md 0.5). */
export const isExpired = (quote: BabbageQuote, now: Date): boolean =>
  quote.magic.effect.validForMs !== undefined || now.getTime() > validUntilMs(quote);

/** B's quotes, and its policies for ever. */
export class BabbageBook {
  readonly #quotes: ExpiringMap<BabbageQuote>;
  readonly #policyOfQuote = new Map<string, BabbagePolicy>();

  constructor(private readonly world: World) {
    this.#quotes = new ExpiringMap(world.now);
  }

  add(quote: BabbageQuote): void {
    this.#quotes.set(quote.quoteNumber, quote, validUntilMs(quote) + KEPT_AFTER_VALIDITY_MS);
  }

  quote(quoteNumber: string): BabbageQuote | undefined {
    return this.#quotes.get(quoteNumber);
  }

  policyOfQuote(quoteNumber: string): BabbagePolicy | undefined {
    return this.#policyOfQuote.get(quoteNumber);
  }

  issue({ quoteNumber, line, period, magic }: BabbageQuote, rqUid: string): BabbagePolicy {
    const issuedAtMs = this.world.now().getTime() + (magic.effect.pendingForMs ?? 0);
    const policy = { policyNumber: this.#nextPolicyNumber(line), quoteNumber, rqUid, line, issuedAtMs, period };
    this.#policyOfQuote.set(quoteNumber, policy);
    this.world.policies.record({
      partner: BABBAGE.id,
      policyNumber: policy.policyNumber,
      quoteRef: quoteNumber,
      idempotencyKey: rqUid,
      issuedAt: new Date(issuedAtMs).toISOString(),
    });
    return policy;
  }

  #nextPolicyNumber({ lineOfBusiness }: BabbageLine): string {
    const number = this.world.ids.next(`${BABBAGE.id} policy`);
    return `BL-${lineOfBusiness}-${String(number).padStart(7, '0')}`;
  }
}

export const isIssued = ({ issuedAtMs }: BabbagePolicy, now: Date): boolean => issuedAtMs <= now.getTime();
