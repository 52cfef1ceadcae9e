import type { Clock } from '@app/ports';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { SqsClients } from './clients.js';
import { DeadLetters } from './dead-letters.js';
import { DeleteBatcher } from './delete-batcher.js';
import { EventDispatcher, type EventHandler, type SourceQueue } from './event-dispatcher.js';
import { MessageWorker } from './message-worker.js';
import type { PollGate } from './poll-gate.js';
import { QueuePoller } from './queue-poller.js';
import { Settlement } from './settlement.js';
import { SqsQueue } from './sqs-queue.js';
import { VisibilityHeartbeat } from './visibility-heartbeat.js';

export interface QueueOptions extends SourceQueue {
  /** Where messages go that can never be handled. */
  readonly deadLetterQueue: string;
  /** How long a received message stays hidden; extended while its handler works. */
  readonly visibilityTimeoutSeconds: number;
  /** Most messages in hand at once. */
  readonly concurrency: number;
  /** Without one the queue is always polled. */
  readonly gate?: PollGate | undefined;
}

/** One queue, for a health check. */
export interface QueueHealth {
  readonly name: string;
  /** Rejects when the queue could not be reached at the last attempt. */
  check(): Promise<void>;
}

export interface SqsServerOptions {
  readonly queues: readonly QueueOptions[];
  readonly clients: SqsClients;
  readonly clock: Clock;
  readonly random: () => number;
  /** How long `close` waits for handlers that are still working. */
  readonly closeWithinMs: number;
}

/**
 * Nest's transport for SQS. A handler is a method with `@EventPattern<string>('quote.requested.v1')` that returns a
 * `MessageOutcome`; it gets the parsed event, of which only the frame has been checked, and an `SqsContext`.
 */
export class SqsServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly pollers: readonly QueuePoller[];

  constructor(private readonly options: SqsServerOptions) {
    super();
    const dispatcher = new EventDispatcher((type) => this.eventHandlerOf(type), options.random);
    this.pollers = options.queues.map((queue) => createPoller(queue, options, dispatcher));
  }

  /** Starts to poll. Listens as soon as each queue was tried once; those that cannot be reached are tried on. */
  async listen(callback: () => void): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.start()));
    callback();
  }

  /** Ends the polls and waits for what is in hand, deletes included. What does not finish in time is delivered again. */
  async close(): Promise<void> {
    const enough = new AbortController();
    const finished = Promise.all(this.pollers.map((poller) => poller.stop()));
    await Promise.race([finished, this.options.clock.sleep(this.options.closeWithinMs, enough.signal)]);
    enough.abort();
  }

  /** Every queue by its name: what is known of each since the last attempt, without asking anew. */
  get queueHealth(): readonly QueueHealth[] {
    return this.pollers.map((poller) => ({
      name: poller.queueName,
      async check() {
        if (!poller.isReachable) throw new Error(`Queue ${poller.queueName} cannot be reached`);
      },
    }));
  }

  on(): never {
    throw new Error('This transport has no events of its own');
  }

  unwrap<T>(): T {
    // The interface lets the caller name the type of what is inside.
    return this.options.clients as T;
  }

  private eventHandlerOf(type: string): EventHandler | undefined {
    const handler = this.messageHandlers.get(type);
    if (handler === undefined) return undefined;
    return async (event, context) => {
      const result = this.transformToObservable(await handler(event, context));
      return lastValueFrom(result, { defaultValue: undefined });
    };
  }
}

function createPoller(options: QueueOptions, server: SqsServerOptions, dispatcher: EventDispatcher): QueuePoller {
  const { clients, clock, random } = server;
  const queue = new SqsQueue(options.name, clients);
  const worker = new MessageWorker({
    heartbeat: new VisibilityHeartbeat(queue, options.visibilityTimeoutSeconds, clock),
    deletes: new DeleteBatcher(queue, clock),
    settlement: new Settlement(queue, new DeadLetters(new SqsQueue(options.deadLetterQueue, clients))),
    dispatch: (message) => dispatcher.dispatch(message, options),
  });
  return new QueuePoller({
    queue,
    concurrency: options.concurrency,
    gate: options.gate,
    visibilitySeconds: options.visibilityTimeoutSeconds,
    work: (message) => worker.work(message),
    clock,
    random,
  });
}
