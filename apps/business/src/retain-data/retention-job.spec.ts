import { setImmediate } from 'node:timers/promises';
import { createLogger } from '@app/platform';
import type { Retention } from '@app/ports';
import { eventually, ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RetentionJob } from './retention-job.js';

const AN_HOUR = 3_600_000;
const MINUTES = 60_000;
type Step = keyof Retention;

/** What there is to do, by step; a step can be told to fail, or be held up. */
class RetentionInMemory implements Retention {
  readonly left: Record<Step, number> = {
    ...{ erasePersonal: 0, aggregate: 0, eraseApplications: 0, forgetLetters: 0, forgetKeys: 0, reseal: 0 },
  };
  readonly calls: { readonly step: Step; readonly before?: string }[] = [];
  readonly failing = new Set<Step>();
  gate: Promise<void> = Promise.resolve();

  erasePersonal = (before: Date, limit: number) => this.take('erasePersonal', limit, before);
  aggregate = (before: Date, limit: number) => this.take('aggregate', limit, before);
  eraseApplications = (before: Date, limit: number) => this.take('eraseApplications', limit, before);
  forgetLetters = (before: Date, limit: number) => this.take('forgetLetters', limit, before);
  forgetKeys = (limit: number) => this.take('forgetKeys', limit);
  reseal = (limit: number) => this.take('reseal', limit);

  private async take(step: Step, limit: number, before?: Date): Promise<number> {
    this.calls.push({ step, ...(before === undefined ? {} : { before: before.toISOString() }) });
    await this.gate;
    if (this.failing.has(step)) throw new Error('database away');
    const count = Math.min(limit, this.left[step]);
    this.left[step] -= count;
    return count;
  }
}

const STEPS: readonly Step[] = [
  'erasePersonal',
  'aggregate',
  'eraseApplications',
  'forgetLetters',
  'forgetKeys',
  'reseal',
];

describe('the retention job', () => {
  let clock: ManualClock;
  let retention: RetentionInMemory;
  let job: RetentionJob;
  /** What the store's clock says. */
  let storeTime: Date;
  beforeEach(() => {
    clock = new ManualClock('2036-01-01T00:00:00.000Z');
    storeTime = new Date('2026-11-25T10:00:00.000Z');
    retention = new RetentionInMemory();
    const time = { ask: async () => storeTime };
    job = new RetentionJob({ retention, time, clock, random: () => 0.5, logger: createLogger('test', 'silent') });
  });
  afterEach(() => job.stop());

  const steps = () => retention.calls.map(({ step }) => step);
  const isAsleep = () => eventually(() => expect(clock.sleeping).toBe(1), { pause: () => setImmediate() });
  const run = async () => {
    job.start();
    await isAsleep();
    clock.advance(5 * MINUTES);
    await isAsleep();
  };
  /** Lets short pauses pass until the expectation holds; an hour never does. */
  const withPauses = (expectation: () => void) =>
    eventually(expectation, {
      attempts: 5_000,
      pause: () => {
        clock.advance(200);
        return setImmediate();
      },
    });

  it('does nothing while the service starts, then every step once, and again after an hour', async () => {
    job.start();
    await isAsleep();
    clock.advance(5 * MINUTES - 1);
    await isAsleep();
    expect(steps()).toEqual([]);
    clock.advance(1);
    await eventually(() => expect(steps()).toEqual(STEPS));
    await isAsleep();
    clock.advance(AN_HOUR);
    await eventually(() => expect(steps()).toHaveLength(2 * STEPS.length));
  });

  it('counts the periods back from the store’s time, whatever the clock of this machine says', async () => {
    await run();
    expect(retention.calls).toEqual([
      { step: 'erasePersonal', before: '2026-10-26T10:00:00.000Z' },
      { step: 'aggregate', before: '2025-10-25T10:00:00.000Z' },
      { step: 'eraseApplications', before: '2026-10-26T10:00:00.000Z' },
      { step: 'forgetLetters', before: '2026-11-11T10:00:00.000Z' },
      { step: 'forgetKeys' },
      { step: 'reseal' },
    ]);
  });

  it('works in batches, with a pause after each, until nothing is left', async () => {
    retention.left.erasePersonal = 450;
    await run();
    expect(steps()).toEqual(['erasePersonal']);
    clock.advance(199);
    await isAsleep();
    expect(steps()).toEqual(['erasePersonal']);
    clock.advance(1);
    await eventually(() => expect(steps()).toHaveLength(2));
    await withPauses(() => expect(steps().at(-1)).toBe('reseal'));
    expect(steps().filter((step) => step === 'erasePersonal')).toHaveLength(3);
    expect(retention.left.erasePersonal).toBe(0);
  });

  it('goes on with the other steps when one fails, and tries that one again in the next run', async () => {
    retention.failing.add('erasePersonal').add('forgetKeys');
    retention.left.aggregate = 7;
    retention.left.erasePersonal = 7;
    await run();
    expect(steps()).toEqual(STEPS);
    expect(retention.left.aggregate).toBe(0);
    retention.failing.clear();
    clock.advance(AN_HOUR);
    await eventually(() => expect(retention.left.erasePersonal).toBe(0));
  });

  it('erases nothing while the store cannot say what time it is', async () => {
    const time = { ask: () => Promise.reject(new Error('database away')) };
    job = new RetentionJob({ retention, time, clock, random: () => 0.5, logger: createLogger('test', 'silent') });
    await run();
    expect(steps()).toEqual([]);
  });

  it('leaves a step that finds more and more to the next run, so that the others get their turn', async () => {
    retention.left.reseal = 1;
    retention.left.erasePersonal = 10_000_000;
    await run();
    await withPauses(() => expect(retention.left.reseal).toBe(0));
    expect(steps().filter((step) => step === 'erasePersonal')).toHaveLength(1_000);
  });

  it('stops within a batch', async () => {
    const gate = Promise.withResolvers<void>();
    retention.gate = gate.promise;
    retention.left.erasePersonal = 1_000;
    job.start();
    await isAsleep();
    clock.advance(5 * MINUTES);
    await eventually(() => expect(steps()).toHaveLength(1));
    const stopped = job.stop();
    gate.resolve();
    await stopped;
    expect(steps()).toEqual(['erasePersonal']);
    expect(retention.left.erasePersonal).toBe(800);
  });

  it('stops at once while it waits', async () => {
    job.start();
    await job.stop();
    expect(steps()).toEqual([]);
  });
});
