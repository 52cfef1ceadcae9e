import { type Backoff, fullJitterMs } from '@app/domain';
import { type Logger, Rounds } from '@app/platform';
import type { Clock, Leases, LetterQueues } from '@app/ports';
import type { LetterKeeper } from './letter-keeper.js';
import type { LetterSource } from './letter-routes.js';

export interface DeadLetterCollectorParts {
  readonly sources: readonly LetterSource[];
  readonly queues: Pick<LetterQueues, 'receive'>;
  readonly keeper: Pick<LetterKeeper, 'keep'>;
  readonly leases: Leases;
  /** Of this process, made at its start. */
  readonly replicaId: string;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

const RENEW_MS = 5_000;
/** A killed collector is missed for so long. */
const LEASE_MS = 15_000;
const WHILE_AWAY: Backoff = { baseMs: 1_000, capMs: 30_000 };

/**
 * Empties every dead-letter queue into the store, in the replica that holds the lease: the others would only hold long
 * polls open. Two that believe to hold it do no harm, since a letter is kept once.
 */
export class DeadLetterCollector {
  private readonly rounds: Rounds;
  private collecting: { readonly stopping: AbortController; readonly done: Promise<unknown> } | undefined;

  constructor(private readonly parts: DeadLetterCollectorParts) {
    this.rounds = new Rounds({ clock: parts.clock, round: () => this.holdOn(), pauseMs: () => RENEW_MS });
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when the letters in hand are kept and somebody else may collect. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await this.rest();
    const { leases, replicaId, logger } = this.parts;
    await leases.release(replicaId).catch((error: unknown) => logger.debug({ err: error }, 'the lease ends by itself'));
  }

  private async holdOn(): Promise<void> {
    const { leases, replicaId, logger } = this.parts;
    const isHolder = await leases.lease(replicaId, LEASE_MS).catch((error: unknown) => {
      logger.debug({ err: error }, 'nobody knows who collects dead letters');
      return false;
    });
    if (isHolder) this.collecting ??= this.collect();
    else await this.rest();
  }

  private collect() {
    const stopping = new AbortController();
    const done = Promise.all(this.parts.sources.map((source) => this.empty(source, stopping.signal)));
    return { stopping, done };
  }

  private async rest(): Promise<void> {
    const { collecting } = this;
    this.collecting = undefined;
    collecting?.stopping.abort('stopping');
    await collecting?.done;
  }

  /** Never rejects. */
  private async empty(source: LetterSource, stopping: AbortSignal): Promise<void> {
    const { clock, keeper, queues, random } = this.parts;
    let failures = 0;
    while (!stopping.aborted) {
      try {
        await keeper.keep(source, await queues.receive(source.from, stopping));
        failures = 0;
      } catch (error) {
        if (stopping.aborted) return;
        failures += 1;
        this.tellOnce(source, failures, error);
        await clock.sleep(fullJitterMs(WHILE_AWAY, failures, random), stopping);
      }
    }
  }

  /** The same again every few seconds would hide what else is in the log. */
  private tellOnce({ from }: LetterSource, failures: number, error: unknown): void {
    if (failures === 1) this.parts.logger.warn({ queue: from, err: error }, 'dead letters cannot be collected');
  }
}
