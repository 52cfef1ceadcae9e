/** A policy that a partner has issued, as the control side shows it. */
export interface IssuedPolicy {
  readonly partner: string;
  readonly policyNumber: string;
  /** The partner's own number of the quote. */
  readonly quoteRef: string;
  /** What the client issued under, whatever the partner calls it. */
  readonly idempotencyKey: string;
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
}

/** Every policy of every partner, for ever: what a test counts to see that none was issued twice. */
export class PolicyLedger {
  readonly #policies: IssuedPolicy[] = [];

  constructor(private readonly now: () => Date) {}

  record(policy: IssuedPolicy): void {
    this.#policies.push(policy);
  }

  /** A pending policy shows from the instant it counts as issued. */
  list(): IssuedPolicy[] {
    const now = this.now().toISOString();
    return this.#policies.filter(({ issuedAt }) => issuedAt <= now);
  }
}
