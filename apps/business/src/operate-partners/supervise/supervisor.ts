import { type Logger, Rounds } from '@app/platform';
import type { Clock, FleetStore, PartnerCallCounts, PartnerCondition } from '@app/ports';
import type { FleetView } from '../fleet-view.js';
import { countedFrom, decidePartner } from './decide-partner.js';
import { SUPERVISOR_RULES } from './supervisor-rules.js';

export interface SupervisorParts {
  /** The ids of all partners. */
  readonly partners: readonly string[];
  readonly store: FleetStore;
  readonly counts: PartnerCallCounts;
  readonly view: FleetView;
  /** Of this process, made at its start. */
  readonly replicaId: string;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

const PERIOD_MS = 2_000;
/** While a partner is probed: the sooner its answers are judged, the sooner it is back. */
const PROBING_PERIOD_MS = 500;
/** Longer than a round takes; a killed supervisor is missed for so long. */
const LEASE_MS = 6_000;
const KEPT_MS = 10 * 60_000;
const FORGET_EVERY_MS = 60_000;

/**
 * Learns the partners' conditions in every replica; in the one that holds the lease, also decides on them. Two that
 * believe to hold it do no harm: a change is stored from the version before only.
 */
export class Supervisor {
  private readonly rounds: Rounds;
  private isAway = false;
  private forgetAt = 0;

  constructor(private readonly parts: SupervisorParts) {
    this.rounds = new Rounds({ clock: parts.clock, round: () => this.tryRound(), pauseMs: () => this.napMs() });
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when the round in hand is done and somebody else may supervise. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    const { store, replicaId, logger } = this.parts;
    await store.release(replicaId).catch((error: unknown) => logger.debug({ err: error }, 'the lease ends by itself'));
  }

  private tryRound(): Promise<void> {
    return this.round().then(
      () => this.tellAway(false),
      (error: unknown) => this.tellAway(true, error),
    );
  }

  private async round(): Promise<void> {
    const { store, view, replicaId } = this.parts;
    view.refresh(await store.conditions());
    if (!(await store.lease(replicaId, LEASE_MS))) return;
    await this.supervise();
    await this.forget();
  }

  private async supervise(): Promise<void> {
    const { clock, counts, partners, random, view } = this.parts;
    const now = clock.now();
    const conditions = partners.map((partner) => view.conditionOf(partner));
    const since = (condition: PartnerCondition): Date => countedFrom(condition, now, SUPERVISOR_RULES);
    const seen = await counts.since(conditions.map((one) => ({ partner: one.partner, since: since(one) })));
    for (const condition of conditions) {
      const calls = seen.filter(({ partner }) => partner === condition.partner);
      const decision = decidePartner({ condition, calls, now, rules: SUPERVISOR_RULES, random: random() });
      if (decision !== null) await this.store(decision);
    }
  }

  private async store({ after, audit }: NonNullable<ReturnType<typeof decidePartner>>): Promise<void> {
    const { store, view, logger } = this.parts;
    // Whoever has changed it meanwhile is learnt of in the next round.
    if (!(await store.change(after, audit))) return;
    view.learn(after);
    const { partner, state, reason } = after;
    logger.warn({ partner, state, reason }, 'the supervisor has changed the state of a partner');
  }

  private async forget(): Promise<void> {
    const { clock, store } = this.parts;
    const now = clock.now().getTime();
    if (now < this.forgetAt) return;
    await store.forget(new Date(now - KEPT_MS));
    this.forgetAt = now + FORGET_EVERY_MS;
  }

  /** Once when the store is away, once when it is back. */
  private tellAway(isAway: boolean, error?: unknown): void {
    const { logger } = this.parts;
    if (isAway && !this.isAway) logger.warn({ err: error }, 'the state of partners is not supervised');
    if (!isAway && this.isAway) logger.info('the state of partners is supervised again');
    this.isAway = isAway;
  }

  private napMs(): number {
    const { clock, partners, view } = this.parts;
    const now = clock.now().getTime();
    const naps = partners.map((partner) => {
      const { state, probeAt } = view.conditionOf(partner);
      if (state === 'PROBING') return PROBING_PERIOD_MS;
      return probeAt === null ? PERIOD_MS : Math.max(PROBING_PERIOD_MS, probeAt.getTime() - now);
    });
    return Math.min(PERIOD_MS, ...naps);
  }
}
