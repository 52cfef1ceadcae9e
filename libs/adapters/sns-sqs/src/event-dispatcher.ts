import { fullJitterMs } from '@app/domain';
import { type MessageOutcome, reject, retryLater } from '@app/ports';
import { Logger } from '@nestjs/common';
import { readEventBody } from './event-body.js';
import type { ReceivedMessage } from './received-message.js';
import { SqsContext } from './sqs-context.js';

/** Takes an event and promises a `MessageOutcome`; whether it keeps the promise is checked. */
export type EventHandler = (event: unknown, context: SqsContext) => Promise<unknown>;

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
  async dispatch(message: ReceivedMessage, queueName: string): Promise<MessageOutcome> {
    const body = readEventBody(message.body);
    if (!body.ok) return reject(body.error);
    const handler = this.handlerOf(body.value.type);
    if (handler === undefined) return reject(`no handler for events of type ${body.value.type}`);
    try {
      const outcome = await handler(body.value.event, new SqsContext([message, queueName]));
      if (isOutcome(outcome)) return outcome;
      this.logger.error(`The handler of ${body.value.type} returned no outcome, which is a bug`);
    } catch (error) {
      this.logger.error(`The handler of ${body.value.type} failed on message ${message.id}: ${describe(error)}`);
    }
    return retryLater(fullJitterMs(AFTER_FAILURE, message.receiveCount, this.random));
  }
}

/** Nest's exception filter has logged the error itself, and hands on an object that stands for it. */
function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
