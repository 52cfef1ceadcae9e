import { fullJitterMs } from '@app/domain';
import type { Clock } from '@app/ports';
import { Logger } from '@nestjs/common';
import { InHand } from './in-hand.js';
import type { PollGate } from './poll-gate.js';
import type { ReceivedMessage } from './received-message.js';
import type { SqsQueue } from './sqs-queue.js';

export interface QueuePollerParts {
  readonly queue: Pick<SqsQueue, 'name' | 'locate' | 'receive'>;
  /** Most messages in hand at once. */
  readonly concurrency: number;
  readonly visibilitySeconds: number;
  /** Without one the queue is always polled. */
  readonly gate?: PollGate | undefined;
  /** Must not reject. */
  readonly work: (message: ReceivedMessage) => Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
}

const MAX_RECEIVE = 10;
const WHILE_UNREACHABLE = { baseMs: 250, capMs: 5_000 };

/**
 * Polls one queue, one long poll at a time. It asks again as soon as there is room for one more message, so no message
 * waits for a slower one that came with it.
 */
export class QueuePoller {
  private readonly logger = new Logger(QueuePoller.name);
  private readonly inHand = new InHand();
  private readonly stopping = new AbortController();
  private readonly firstTry = Promise.withResolvers<void>();
  private polling = Promise.resolve();
  private reachable = false;

  constructor(private readonly parts: QueuePollerParts) {}

  get queueName(): string {
    return this.parts.queue.name;
  }

  get isReachable(): boolean {
    return this.reachable;
  }

  /** Polls from now on. Resolves when it is known for the first time whether the queue can be reached. */
  start(): Promise<void> {
    this.polling = this.poll();
    return this.firstTry.promise;
  }

  /** Takes no new messages and resolves when those in hand are finished. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.polling;
    await this.inHand.untilNone();
  }

  private async poll(): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.takeSome(signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        await this.backOff(error, failures);
      }
    }
  }

  private async takeSome(stopping: AbortSignal): Promise<void> {
    if (!this.reachable) await this.findQueue();
    const { concurrency, gate, work } = this.parts;
    const allowed = gate?.allows() ?? concurrency;
    if (allowed === 0) return gate?.untilAllowed(stopping);
    const room = Math.min(allowed, concurrency) - this.inHand.size;
    if (room <= 0) return this.inHand.untilOneEnds();
    for (const message of await this.receive(room, stopping)) this.inHand.add(work(message));
  }

  private async receive(room: number, stopping: AbortSignal): Promise<ReceivedMessage[]> {
    const { gate, queue, visibilitySeconds } = this.parts;
    const closing = gate?.closing();
    const signal = closing === undefined ? stopping : AbortSignal.any([stopping, closing]);
    try {
      return await queue.receive({ atMost: Math.min(MAX_RECEIVE, room), visibilitySeconds, signal });
    } catch (error) {
      if (closing?.aborted) return [];
      throw error;
    }
  }

  /** A long poll says nothing for 20 s when all is well; this answers at once. */
  private async findQueue(): Promise<void> {
    await this.parts.queue.locate();
    this.reachable = true;
    this.firstTry.resolve();
    this.logger.log(`Queue ${this.queueName} is reachable`);
  }

  private async backOff(error: unknown, failures: number): Promise<void> {
    this.reachable = false;
    this.firstTry.resolve();
    const waitMs = fullJitterMs(WHILE_UNREACHABLE, failures, this.parts.random);
    this.logger.warn(`Queue ${this.queueName} is not reachable, next try in ${waitMs} ms: ${String(error)}`);
    await this.parts.clock.sleep(waitMs, this.stopping.signal);
  }
}
