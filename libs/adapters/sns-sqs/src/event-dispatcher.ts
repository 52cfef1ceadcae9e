import { fullJitterMs } from '@app/domain';
import { type MessageOutcome, reject, retryLater } from '@app/ports';
import { Logger } from '@nestjs/common';
import { readEventBody } from './event-body.js';
import type { ReceivedMessage } from './received-message.js';
import { SqsContext } from './sqs-context.js';

/** Takes an event and promises a `MessageOutcome`; whether it keeps the promise is checked. */
export type EventHandler = (event: unknown, context: SqsContext) => Promise<unknown>;

/** The queue that a message came from. */
export interface SourceQueue {
  readonly name: string;
  /** Of its redrive policy: what was received so often in vain is not delivered again. */
  readonly maxReceiveCount: number;
}

const AFTER_FAILURE = { baseMs: 1_000, capMs: 30_000 };
const KINDS: ReadonlySet<unknown> = new Set<MessageOutcome['kind']>(['done', 'retryLater', 'reject']);

const isOutcome = (value: unknown): value is MessageOutcome =>
  typeof value === 'object' && value !== null && 'kind' in value && KINDS.has(value.kind);

/** From a message to its handler's outcome, by the type that stands in the event itself. */
export class EventDispatcher {
  private readonly logger = new Logger(EventDispatcher.name);

  constructor(
    private readonly handlerOf: (type: string) => EventHandler | undefined,
    private readonly random: () => number,
  ) {}

  /** Never rejects. */
  async dispatch(message: ReceivedMessage, queue: SourceQueue): Promise<MessageOutcome> {
    const body = readEventBody(message.body);
    if (!body.ok) return reject(body.error);
    const { event, type } = body.value;
    const handler = this.handlerOf(type);
    if (handler === undefined) return reject(`no handler for events of type ${type}`);
    try {
      const outcome = await handler(event, new SqsContext([message, queue.name]));
      if (isOutcome(outcome)) return outcome;
      this.logger.error(`The handler of ${type} returned no outcome, which is a bug`);
    } catch (error) {
      this.logger.error(`The handler of ${type} failed on message ${message.id}: ${describe(error)}`);
    }
    return this.afterFailure(message, type, queue);
  }

  /** The redrive policy would move it without a word; the reason names no error, whose text may quote the event. */
  private afterFailure({ receiveCount }: ReceivedMessage, type: string, queue: SourceQueue): MessageOutcome {
    return receiveCount < queue.maxReceiveCount
      ? retryLater(fullJitterMs(AFTER_FAILURE, receiveCount, this.random))
      : reject(`the handler of ${type} failed, and this was delivery ${receiveCount}`);
  }
}

/** Nest's exception filter has logged the error itself, and hands on an object that stands for it. */
function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
