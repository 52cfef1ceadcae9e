import { addDays, addYears } from '@app/domain';
import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { World } from '../partner.js';
import { ACME } from './identity.js';
import { utcInstant } from './wire-forms.js';

/** What A keeps of a quote. */
export interface AcmeQuote {
  readonly quoteId: string;
  readonly partnerReference: string;
  /** The answer as it was given: reading the quote gives it again. */
  readonly body: Buffer;
  readonly bindable: boolean;
  /** Null for a declined quote, which has no price. */
  readonly totalMinor: number | null;
  readonly validUntilMs: number;
  readonly inceptionDate: string;
  readonly years: number;
  readonly policyLetters: string;
  readonly insuresVehicle: boolean;
  readonly magic: Magic;
}

export interface AcmePolicy {
  readonly policyId: string;
  readonly policyNumber: string;
  /** In the future while the policy is pending. */
  readonly issuedAtMs: number;
  readonly inceptionDate: string;
  readonly years: number;
}

/** Quotes are kept beyond their validity (partners.md 0.4). */
const KEPT_AFTER_VALIDITY_MS = 24 * 3_600_000;

/** A's quotes, and its policies for ever. */
export class AcmeBook {
  readonly #quotes: ExpiringMap<AcmeQuote>;
  readonly #policies = new Map<string, AcmePolicy>();
  readonly #policyOfQuote = new Map<string, AcmePolicy>();

  constructor(private readonly world: World) {
    this.#quotes = new ExpiringMap(world.now);
  }

  add(quote: AcmeQuote): void {
    this.#quotes.set(quote.quoteId, quote, quote.validUntilMs + KEPT_AFTER_VALIDITY_MS);
  }

  quote(quoteId: string): AcmeQuote | undefined {
    return this.#quotes.get(quoteId);
  }

  policy(policyId: string): AcmePolicy | undefined {
    return this.#policies.get(policyId);
  }

  policyOfQuote(quoteId: string): AcmePolicy | undefined {
    return this.#policyOfQuote.get(quoteId);
  }

  issue(quote: AcmeQuote, idempotencyKey: string): AcmePolicy {
    const issuedAtMs = this.world.now().getTime() + (quote.magic.effect.pendingForMs ?? 0);
    const policy = this.#newPolicy(quote, issuedAtMs);
    this.#policies.set(policy.policyId, policy);
    this.#policyOfQuote.set(quote.quoteId, policy);
    const { policyNumber } = policy;
    const issuedAt = new Date(issuedAtMs).toISOString();
    this.world.policies.record({ partner: ACME.id, policyNumber, quoteRef: quote.quoteId, idempotencyKey, issuedAt });
    return policy;
  }

  #newPolicy({ policyLetters, inceptionDate, years }: AcmeQuote, issuedAtMs: number): AcmePolicy {
    const number = this.world.ids.next(`${ACME.id} policy`);
    const year = new Date(issuedAtMs).getUTCFullYear();
    return {
      policyId: `AGP-${String(number).padStart(6, '0')}`,
      policyNumber: `AG/${policyLetters}/${year}/${String(number).padStart(7, '0')}`,
      issuedAtMs,
      inceptionDate,
      years,
    };
  }
}

export const isIssued = ({ issuedAtMs }: AcmePolicy, now: Date): boolean => issuedAtMs <= now.getTime();

/** The policy as A shows it: a pending one has neither number nor documents yet (errata 7). */
export function policyBody(policy: AcmePolicy, now: Date): Readonly<Record<string, unknown>> {
  const { policyId, policyNumber, issuedAtMs, inceptionDate, years } = policy;
  const lastDay = addDays(addYears(inceptionDate, years), -1);
  const period = { from: `${inceptionDate}T00:00:00+05:30`, to: `${lastDay}T23:59:59+05:30` };
  if (!isIssued(policy, now)) return { policyId, status: 'PENDING', period, documents: [] };
  const href = `/v1/policies/${policyId}/documents/schedule.pdf`;
  const documents = [{ type: 'POLICY_SCHEDULE', href, contentType: 'application/pdf' }];
  return { policyId, policyNumber, status: 'ISSUED', issuedAt: utcInstant(issuedAtMs), period, documents };
}
