import { endOfDayIst, istDateAt } from '@app/domain';
import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { World } from '../partner.js';
import type { Figures } from './answers.js';
import { DAK } from './identity.js';

/** What D keeps of a quote. */
export interface DakQuote {
  readonly quoteNo: string;
  readonly transactionReference: string;
  readonly referred: boolean;
  readonly figures: Figures;
  /** Inclusive, `YYYY-MM-DD` in India. */
  readonly validUpto: string;
  readonly startDate: string;
  readonly policyLetters: string;
  readonly magic: Magic;
}

/** A quote that has become firm. */
export interface DakProposal {
  readonly propNo: string;
  /** `YYYY-MM-DD` in India. */
  readonly proposedOn: string;
  readonly quote: DakQuote;
}

export interface DakPolicy {
  readonly policyNo: string;
  readonly payRef: string;
  readonly proposal: DakProposal;
  /** What has been paid. */
  readonly figures: Figures;
  /** In the future while the policy is pending. */
  readonly issuedAtMs: number;
}

/** Quotes are kept beyond their validity (partners.md 0.4). */
const KEPT_AFTER_VALIDITY_MS = 24 * 3_600_000;

const validUntilMs = ({ validUpto }: DakQuote): number => Date.parse(endOfDayIst(validUpto));

export const isPastValidity = (quote: DakQuote, now: Date): boolean => now.getTime() > validUntilMs(quote);

export const isIssued = ({ issuedAtMs }: DakPolicy, now: Date): boolean => issuedAtMs <= now.getTime();

/** D's quotes and proposals, and its policies for ever, by each of the names they go by. */
export class DakBook {
  readonly #quotes: ExpiringMap<DakQuote>;
  readonly #proposals: ExpiringMap<DakProposal>;
  readonly #proposalOfQuote: ExpiringMap<DakProposal>;
  readonly #byPolicyNo = new Map<string, DakPolicy>();
  readonly #byPropNo = new Map<string, DakPolicy>();
  readonly #byPayRef = new Map<string, DakPolicy>();

  constructor(private readonly world: World) {
    this.#quotes = new ExpiringMap(world.now);
    this.#proposals = new ExpiringMap(world.now);
    this.#proposalOfQuote = new ExpiringMap(world.now);
  }

  add(quote: DakQuote): void {
    this.#quotes.set(quote.quoteNo, quote, validUntilMs(quote) + KEPT_AFTER_VALIDITY_MS);
  }

  quote(quoteNo: string): DakQuote | undefined {
    return this.#quotes.get(quoteNo);
  }

  proposal(propNo: string): DakProposal | undefined {
    return this.#proposals.get(propNo);
  }

  proposalOfQuote(quoteNo: string): DakProposal | undefined {
    return this.#proposalOfQuote.get(quoteNo);
  }

  policy(policyNo: string): DakPolicy | undefined {
    return this.#byPolicyNo.get(policyNo);
  }

  policyOfProposal(propNo: string): DakPolicy | undefined {
    return this.#byPropNo.get(propNo);
  }

  policyOfPayRef(payRef: string): DakPolicy | undefined {
    return this.#byPayRef.get(payRef);
  }

  propose(quote: DakQuote): DakProposal {
    const proposal = { propNo: this.nextNumber('DBP', 'proposal'), proposedOn: istDateAt(this.world.now()), quote };
    const keptUntilMs = validUntilMs(quote) + KEPT_AFTER_VALIDITY_MS;
    this.#proposals.set(proposal.propNo, proposal, keptUntilMs);
    this.#proposalOfQuote.set(quote.quoteNo, proposal, keptUntilMs);
    return proposal;
  }

  issue(proposal: DakProposal, payRef: string, figures: Figures): DakPolicy {
    const { quote, propNo } = proposal;
    const issuedAtMs = this.world.now().getTime() + (quote.magic.effect.pendingForMs ?? 0);
    const policy = { policyNo: this.#nextPolicyNo(quote, issuedAtMs), payRef, proposal, figures, issuedAtMs };
    this.#byPolicyNo.set(policy.policyNo, policy);
    this.#byPropNo.set(propNo, policy);
    this.#byPayRef.set(payRef, policy);
    this.world.policies.record({
      partner: DAK.id,
      policyNumber: policy.policyNo,
      quoteRef: quote.quoteNo,
      idempotencyKey: payRef,
      issuedAt: new Date(issuedAtMs).toISOString(),
    });
    return policy;
  }

  /** `DBQ2611230007`: what is counted, the day in India, and how many there have been. */
  nextNumber(letters: string, series: string): string {
    const day = istDateAt(this.world.now()).slice(2).replaceAll('-', '');
    return `${letters}${day}${String(this.world.ids.next(`${DAK.id} ${series}`)).padStart(4, '0')}`;
  }

  #nextPolicyNo({ policyLetters }: DakQuote, issuedAtMs: number): string {
    const year = istDateAt(new Date(issuedAtMs)).slice(2, 4);
    return `DB/${policyLetters}/${year}/${String(this.world.ids.next(`${DAK.id} policy`)).padStart(7, '0')}`;
  }
}
