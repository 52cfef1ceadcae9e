import type { PartnerManifest } from '@app/partner-registry';
import { PartnerBreaker, type PartnerBreakerOptions } from './partner-breaker.js';
import type { PolicyStep } from './policy-step.js';

/** The breakers of every partner that this process asks; their state is this process's own. */
export class PartnerBreakers {
  private readonly byPartner: ReadonlyMap<string, PartnerBreaker>;

  constructor(partners: readonly PartnerManifest[], options: PartnerBreakerOptions) {
    this.byPartner = new Map(partners.map((partner) => [partner.id, new PartnerBreaker(partner, options)]));
  }

  /** An open breaker answers at once: `FAILED`, category `CIRCUIT_OPEN`. */
  readonly step: PolicyStep = (next) => (attempt) => this.of(attempt.partner).pass(() => next(attempt));

  shutdown(): void {
    for (const breaker of this.byPartner.values()) breaker.shutdown();
  }

  private of({ id }: PartnerManifest): PartnerBreaker {
    const breaker = this.byPartner.get(id);
    if (breaker === undefined) throw new Error(`There is no breaker for partner ${id}`);
    return breaker;
  }
}
