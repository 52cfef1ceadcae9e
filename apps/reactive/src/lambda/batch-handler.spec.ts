import type { PartnerAnswer } from '@app/domain';
import { createLogger } from '@app/platform';
import { eventually, failedAnswer, ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fifoRecord, standardRecord } from '../testing/sqs-events.js';
import { BatchHandler } from './batch-handler.js';
import { Invocation } from './invocation.js';

const REMAINING_MS = 30_000;
const ANSWER = failedAnswer({ requestId: 'a quote request', partner: 'acme-general' });

/** Acknowledges when it is told to, and gives up when it is stopped. */
class SinkInMemory {
  readonly posts: { readonly until: Date; readonly acknowledge: () => void }[] = [];
  private readonly stopped = Promise.withResolvers<never>();

  async post(_: PartnerAnswer, until: Date): Promise<void> {
    const acknowledged = Promise.withResolvers<void>();
    this.posts.push({ until, acknowledge: acknowledged.resolve });
    await Promise.race([acknowledged.promise, this.stopped.promise]);
  }

  stopRetrying(): void {
    this.stopped.promise.catch(() => undefined);
    this.stopped.reject(new Error('stopped'));
  }
}

describe('a function behind an SQS event source', () => {
  let clock: ManualClock;
  let sinks: SinkInMemory[];
  let invocation: Invocation;
  let work: (body: string, queueName: string) => Promise<boolean>;
  let reports: number;
  let log: string[];

  beforeEach(() => {
    clock = new ManualClock();
    sinks = [];
    invocation = new Invocation(clock, () => {
      const sink = new SinkInMemory();
      sinks.push(sink);
      return sink;
    });
    work = async () => true;
    reports = 0;
    log = [];
  });

  function invoke(event: unknown, remainingMs = REMAINING_MS) {
    const handler = new BatchHandler({
      invocation,
      work: ({ body }, queueName) => work(body, queueName),
      report: async () => {
        reports += 1;
      },
      clock,
      logger: createLogger('test', 'info', { write: (line) => log.push(line) }),
    });
    return handler.handle(event, { getRemainingTimeInMillis: () => remainingMs });
  }

  const records = (...bodies: string[]) => ({
    Records: bodies.map((body) => standardRecord({ messageId: `message ${body}`, body })),
  });
  const failed = (...bodies: string[]) => ({
    batchItemFailures: bodies.map((body) => ({ itemIdentifier: `message ${body}` })),
  });
  const msUntil = (instant: Date | undefined) => (instant?.getTime() ?? 0) - clock.now().getTime();

  it('hands over every message with its queue, and names none that is finished', async () => {
    const seen: unknown[] = [];
    work = async (...message) => {
      seen.push(message);
      return true;
    };
    expect(await invoke({ Records: [standardRecord(), fifoRecord()] })).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([
      ['Test message.', 'quote-requested-motor-acme-general'],
      ['Test message.', 'fifo.fifo'],
    ]);
  });

  it('names those alone that are not finished', async () => {
    work = async (body) => body !== 'b';
    expect(await invoke(records('a', 'b', 'c'))).toEqual(failed('b'));
  });

  it('names a message whose work broke, and no other', async () => {
    work = async (body) => {
      if (body === 'b') throw new Error('a bug');
      return true;
    };
    expect(await invoke(records('a', 'b', 'c'))).toEqual(failed('b'));
  });

  it('names a record that is no SQS message, and says what is wrong without its values', async () => {
    const broken = standardRecord({ messageId: 'message b', body: undefined, receiptHandle: 7 });
    const { Records } = records('a', 'c');
    expect(await invoke({ Records: [...Records, broken, 'nothing at all'] })).toEqual(failed('b'));
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ messageId: 'message b', faults: ['/receiptHandle', '/body'] });
  });

  it('fails as a whole for what is no SQS event', async () => {
    await expect(invoke({ detail: 'scheduled' })).rejects.toThrow();
  });

  it('returns before its time is over, with the messages that are not finished by then', async () => {
    work = async (body) => (body === 'slow' ? new Promise<boolean>(() => undefined) : true);
    const response = invoke(records('a', 'slow'));
    await eventually(() => expect(clock.sleeping).toBe(2));
    clock.advance(REMAINING_MS - 500);
    expect(await response).toEqual(failed('slow'));
    expect(clock.sleeping).toBe(0);
  });

  it('begins nothing when its time would not do', async () => {
    work = () => Promise.reject(new Error('not to be called'));
    expect(await invoke(records('a', 'b'), 3_000)).toEqual(failed('a', 'b'));
    expect(log).toHaveLength(1);
  });

  it('leaves no timer behind when all is finished', async () => {
    await invoke(records('a'));
    expect(clock.sleeping).toBe(0);
  });

  it('tells the fleet once an invocation', async () => {
    await invoke(records('a', 'b'));
    expect(reports).toBe(1);
  });

  it('says until when partners may be asked: an answer must still be posted', async () => {
    let callsUntil: Date | undefined;
    work = async () => {
      ({ callsUntil } = invocation.limits);
      return true;
    };
    await invoke(records('a'));
    expect(msUntil(callsUntil)).toBe(REMAINING_MS - 3_000);
  });

  it('gives up an answer that nobody acknowledges in time, so that its message is delivered again', async () => {
    const acceptLateUntil = new Date(clock.now().getTime() + 300_000);
    work = () =>
      invocation.post(ANSWER, acceptLateUntil).then(
        () => true,
        () => false,
      );
    const response = invoke(records('a'));
    await eventually(() => expect(sinks[0]?.posts).toHaveLength(1));
    expect(msUntil(sinks[0]?.posts[0]?.until)).toBe(REMAINING_MS - 1_500);
    clock.advance(REMAINING_MS - 1_500);
    expect(await response).toEqual(failed('a'));
  });

  it('posts with a sink of its own in every invocation, and with none between two', async () => {
    const acceptLateUntil = new Date(clock.now().getTime() + 1_000);
    work = async () => {
      const posted = invocation.post(ANSWER, acceptLateUntil);
      sinks.at(-1)?.posts[0]?.acknowledge();
      await posted;
      return true;
    };
    for (const body of ['a', 'b']) expect(await invoke(records(body))).toEqual(failed());
    expect(sinks.map(({ posts }) => posts.map(({ until }) => until))).toEqual([[acceptLateUntil], [acceptLateUntil]]);
    await expect(invocation.post(ANSWER, acceptLateUntil)).rejects.toThrow('no time left');
  });
});
