import { addDays, addYears } from '@app/domain';
import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { World } from '../partner.js';
import { COGWHEEL } from './identity.js';
import { wireDateOf } from './wire-forms.js';

/** What C keeps of a quote. */
export interface CogwheelQuote {
  readonly quoteNo: string;
  readonly requestRef: string;
  readonly firm: boolean;
  readonly premiumMinor: number;
  readonly validUntilMs: number;
  readonly startDate: string;
  readonly years: number;
  readonly insuresVehicle: boolean;
  readonly magic: Magic;
}

export interface CogwheelPolicy {
  readonly policyNo: string;
  readonly issueRef: string;
  readonly quoteNo: string;
  readonly premiumMinor: number;
  /** In the future while the policy is in process. */
  readonly issuedAtMs: number;
  readonly startDate: string;
  readonly years: number;
}

/** Quotes are kept beyond their validity (partners.md 0.4). */
const KEPT_AFTER_VALIDITY_MS = 24 * 3_600_000;

/** C's quotes, and its policies for ever, by each of the names they go by. */
export class CogwheelBook {
  readonly #quotes: ExpiringMap<CogwheelQuote>;
  readonly #byPolicyNo = new Map<string, CogwheelPolicy>();
  readonly #byQuoteNo = new Map<string, CogwheelPolicy>();
  readonly #byIssueRef = new Map<string, CogwheelPolicy>();

  constructor(private readonly world: World) {
    this.#quotes = new ExpiringMap(world.now);
  }

  add(quote: CogwheelQuote): void {
    this.#quotes.set(quote.quoteNo, quote, quote.validUntilMs + KEPT_AFTER_VALIDITY_MS);
  }

  quote(quoteNo: string): CogwheelQuote | undefined {
    return this.#quotes.get(quoteNo);
  }

  policy(policyNo: string): CogwheelPolicy | undefined {
    return this.#byPolicyNo.get(policyNo);
  }

  policyOfQuote(quoteNo: string): CogwheelPolicy | undefined {
    return this.#byQuoteNo.get(quoteNo);
  }

  policyOfIssueRef(issueRef: string): CogwheelPolicy | undefined {
    return this.#byIssueRef.get(issueRef);
  }

  issue(quote: CogwheelQuote, issueRef: string, premiumMinor: number): CogwheelPolicy {
    const { quoteNo, startDate, years } = quote;
    const issuedAtMs = this.world.now().getTime() + (quote.magic.effect.pendingForMs ?? 0);
    const policyNo = this.#nextPolicyNo(issuedAtMs);
    const policy = { policyNo, issueRef, quoteNo, premiumMinor, issuedAtMs, startDate, years };
    this.#byPolicyNo.set(policy.policyNo, policy);
    this.#byQuoteNo.set(quoteNo, policy);
    this.#byIssueRef.set(issueRef, policy);
    this.world.policies.record({
      partner: COGWHEEL.id,
      policyNumber: policy.policyNo,
      quoteRef: quoteNo,
      idempotencyKey: issueRef,
      issuedAt: new Date(issuedAtMs).toISOString(),
    });
    return policy;
  }

  #nextPolicyNo(issuedAtMs: number): string {
    const number = this.world.ids.next(`${COGWHEEL.id} policy`);
    return `CGD-${new Date(issuedAtMs).getUTCFullYear()}-${String(number).padStart(6, '0')}`;
  }
}

export const isIssued = ({ issuedAtMs }: CogwheelPolicy, now: Date): boolean => issuedAtMs <= now.getTime();

/** The policy as C shows it: one in process has no number yet. */
export function policyBody(policy: CogwheelPolicy, now: Date): Readonly<Record<string, unknown>> {
  const { policyNo, startDate, years } = policy;
  const period = { from: wireDateOf(startDate), to: wireDateOf(addDays(addYears(startDate, years), -1)) };
  if (!isIssued(policy, now)) return { state: 'IN_PROCESS', ...period };
  return { policy_no: policyNo, state: 'ISSUED', ...period, doc_url: `/v2/policy/${policyNo}/pdf` };
}
