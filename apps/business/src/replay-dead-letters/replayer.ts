import { type Backoff, fullJitterMs } from '@app/domain';
import { type Logger, Nap, Rounds } from '@app/platform';
import type { Clock, DeadLetter, DeadLetterStore, EventPublisher } from '@app/ports';
import type { LetterApplications } from './letter-applications.js';
import { messageOf } from './letter-messages.js';
import type { LetterRoutes } from './letter-routes.js';

export interface ReplayerParts {
  readonly routes: LetterRoutes;
  readonly store: Pick<DeadLetterStore, 'claimDue' | 'nextDueAt' | 'settle'>;
  readonly publisher: EventPublisher;
  readonly applications: Pick<LetterApplications, 'replayed'>;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

const BATCH = 50;
/** Longer than sending a batch takes; what a killed replayer held is sent by somebody else afterwards. */
const LEASE_MS = 30_000;
/** Other replicas collect and order as well, without a word to this one. */
const LOOK_EVERY_MS = 30_000;
const SHORTEST_PAUSE_MS = 20;
const WHILE_AWAY: Backoff = { baseMs: 1_000, capMs: 30_000 };

/**
 * Sends letters back whose time has come, in every replica. They wait in the store, so a delay may be as long as it
 * likes. A letter is settled after it was sent: killed in between, it is sent twice, and whoever receives it finds that
 * its attempt is done or under way.
 */
export class Replayer {
  private readonly rounds: Rounds;
  private readonly nap: Nap;
  private failures = 0;
  private pauseMs = 0;

  constructor(private readonly parts: ReplayerParts) {
    this.nap = new Nap(parts.clock);
    this.rounds = new Rounds({ clock: this.nap, round: () => this.tryRound(), pauseMs: () => this.pauseMs });
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when the letters in hand are sent. */
  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** Something may be due sooner than was thought. */
  wake(): void {
    this.nap.wake();
  }

  private async tryRound(): Promise<void> {
    const { logger, random } = this.parts;
    try {
      this.pauseMs = await this.round();
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      if (this.failures === 1) logger.warn({ err: error }, 'dead letters cannot be replayed');
      this.pauseMs = fullJitterMs(WHILE_AWAY, this.failures, random);
    }
  }

  /** How long to rest until the next one. */
  private async round(): Promise<number> {
    const { clock, store } = this.parts;
    // Asked for first: what falls due after this question is claimed by the next one.
    const next = await store.nextDueAt();
    const letters = await store.claimDue(BATCH, LEASE_MS);
    if (letters.length > 0) await this.replay(letters);
    if (letters.length === BATCH) return 0;
    const untilNextMs = next === null ? LOOK_EVERY_MS : next.getTime() - clock.now().getTime();
    return Math.min(LOOK_EVERY_MS, Math.max(SHORTEST_PAUSE_MS, untilNextMs));
  }

  /** Rejects when none could be sent; those that were not come again when their claim ends. */
  private async replay(letters: readonly DeadLetter[]): Promise<void> {
    const { logger, publisher, routes, store } = this.parts;
    const ready = await this.wanted(letters);
    const sent = await publisher.publish(ready.map((letter) => messageOf(letter, routes)));
    await store.settle(sent);
    logger.info({ due: letters.length, sent: sent.length }, 'dead letters were replayed');
  }

  /** Those whose application wants them; the others come again when their claim ends. */
  private async wanted(letters: readonly DeadLetter[]): Promise<DeadLetter[]> {
    const { applications, logger, routes } = this.parts;
    const ready: DeadLetter[] = [];
    for (const letter of letters) {
      try {
        if (letter.queue === routes.operatorQueue) await applications.replayed(letter.body);
        ready.push(letter);
      } catch (error) {
        logger.warn({ err: error, letter: letter.id }, 'an application does not know yet that it goes on');
      }
    }
    return ready;
  }
}
