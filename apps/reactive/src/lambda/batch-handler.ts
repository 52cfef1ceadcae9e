import type { Logger } from '@app/platform';
import type { Clock } from '@app/ports';
import type { Invocation, InvocationLimits } from './invocation.js';
import {
  type BatchResponse,
  type DeliveredMessage,
  failuresOf,
  messageIdOf,
  sqsEvent,
  sqsRecord,
} from './sqs-event.js';

/** What is used of the context that AWS Lambda hands to a function. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

export interface BatchHandlerParts {
  readonly invocation: Invocation;
  /** Whether the message is finished; one that is not must be delivered again. */
  readonly work: (message: DeliveredMessage, queueName: string) => Promise<boolean>;
  /** Tells the fleet what was seen, if it is time; while the partners are asked it costs nobody any. */
  readonly report: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * A function for an SQS event source that reports failures by message. All messages of a batch are worked on at once;
 * each is finished, or fails, by itself.
 */
export class BatchHandler {
  constructor(private readonly parts: BatchHandlerParts) {}

  /** Rejects only what is no SQS event at all. */
  async handle(event: unknown, context: LambdaContext): Promise<BatchResponse> {
    const { clock, invocation, logger } = this.parts;
    const { Records: records } = sqsEvent.parse(event);
    const finished = new Set<unknown>();
    const limits = invocation.begin(context.getRemainingTimeInMillis());
    if (clock.now() < limits.callsUntil) await this.workWithin(limits, records, finished);
    else logger.error({ messages: records.length }, 'the function has no time for its work: it needs a longer timeout');
    invocation.endPosts();
    return failuresOf(records.filter((record) => !finished.has(record)));
  }

  /** What is not finished when it is time to return goes on in vain: its message is delivered again. */
  private async workWithin(
    limits: InvocationLimits,
    records: readonly unknown[],
    finished: Set<unknown>,
  ): Promise<void> {
    const { clock, invocation, report } = this.parts;
    const now = clock.now().getTime();
    const over = new AbortController();
    const until = (instant: Date) => clock.sleep(instant.getTime() - now, over.signal);
    void until(limits.postsUntil).then(() => invocation.endPosts());
    const working = records.map(async (record) => {
      if (await this.isFinished(record)) finished.add(record);
    });
    await Promise.race([Promise.allSettled([...working, report()]), until(limits.returnAt)]);
    over.abort('over');
  }

  private async isFinished(record: unknown): Promise<boolean> {
    const parsed = sqsRecord.safeParse(record);
    if (parsed.success) return this.parts.work(parsed.data.message, parsed.data.queueName);
    const faults = parsed.error.issues.map(({ path }) => `/${path.join('/')}`);
    this.parts.logger.error({ messageId: messageIdOf(record), faults }, 'a record is no SQS message');
    return false;
  }
}
