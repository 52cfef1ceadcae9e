import { type Application, askAgain, ok, wakesAt } from '@app/domain';
import { CLOCK_SKEW_MS, type Logger, Nap, Rounds } from '@app/platform';
import type { ApplicationStore, Clock, DueApplication } from '@app/ports';
import type { ApplicationDesk } from '../applications/application-desk.js';

export interface ApplicationFollowerParts {
  readonly desk: Pick<ApplicationDesk, 'change'>;
  readonly store: Pick<ApplicationStore, 'due' | 'nextDueAt'>;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** What other replicas have made due, and what a crash left behind, is found this late at most. */
const LOOK_EVERY_MS = 5_000;
const BATCH = 50;
/** Far fewer than there are connections to the store: customers need some of them, too. */
const AT_ONCE = 4;

/**
 * Sees to what is due with applications: partners are asked what became of them, prices that nobody accepted expire, and
 * what lasts too long gets somebody's attention. It sleeps until the next one is due; several replicas may do the same,
 * since every step is decided on what is stored.
 */
export class ApplicationFollower {
  private readonly rounds: Rounds;
  private readonly nap: Nap;
  private next = Number.POSITIVE_INFINITY;

  constructor(private readonly parts: ApplicationFollowerParts) {
    this.nap = new Nap(parts.clock);
    this.rounds = new Rounds({
      clock: this.nap,
      round: (stopping) => this.tryToFollow(stopping),
      pauseMs: () => this.pauseMs(),
    });
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when those in hand are seen to. */
  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** What this process has changed: it need not be looked for. */
  changed(application: Application): void {
    const at = wakesAt(application);
    if (at === null || Date.parse(at) >= this.next) return;
    this.next = Date.parse(at);
    this.nap.wakeIfAsleep();
  }

  private pauseMs(): number {
    const untilNext = this.next - this.parts.clock.now().getTime() + CLOCK_SKEW_MS;
    return Math.max(0, Math.min(LOOK_EVERY_MS, untilNext));
  }

  private tryToFollow(stopping: AbortSignal): Promise<void> {
    return this.follow(stopping).catch((error: unknown) =>
      this.parts.logger.warn({ err: error }, 'applications were not followed; they are soon'),
    );
  }

  /** Everything that is due, once: what cannot be seen to is left behind until the next time, and holds up nobody. */
  private async follow(stopping: AbortSignal): Promise<void> {
    const { store } = this.parts;
    this.next = Number.POSITIVE_INFINITY;
    // Asked for first: what falls due after this question is waited for.
    const next = await store.nextDueAt();
    let due: readonly DueApplication[] = [];
    do {
      due = await store.due(BATCH, due.at(-1));
      await this.followAll(due);
    } while (due.length === BATCH && !stopping.aborted);
    this.next = Math.min(this.next, next?.getTime() ?? this.next);
  }

  /** In an order of its own, so that replicas do not go from one to the next side by side. */
  private async followAll(due: readonly DueApplication[]): Promise<void> {
    const drawn = due.map(({ id }) => ({ id, place: this.parts.random() }));
    const waiting = drawn.toSorted((one, other) => one.place - other.place).values();
    const work = async (): Promise<void> => {
      for (const { id } of waiting) await this.followOne(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** One that cannot be seen to now does not keep the others waiting, and is due still. */
  private async followOne(id: string): Promise<void> {
    const { desk, logger } = this.parts;
    await desk
      .change(id, (application, { now }) => ok(askAgain(application, now)))
      .catch((error: unknown) => logger.warn({ applicationId: id, err: error }, 'an application was not followed'));
  }
}
