import { ResultRefusedError } from '@app/ports';
import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { APPLICATION_ID } from '../testing/issuance-requested-event.js';
import { IssuanceCallbackInMemory } from '../testing/issuing-in-memory.js';
import { passTime } from '../testing/partner-on-clock.js';
import { PatientCallback } from './patient-callback.js';

const result = { applicationId: APPLICATION_ID, attempt: 1, outcome: 'PENDING' } as const;
const away = (tries: number) => Array.from({ length: tries }, (_, n) => new Error(`no route ${n + 1}`));

describe('what is handed to a business service that may be away', () => {
  let clock: ManualClock;
  let business: IssuanceCallbackInMemory;
  let stopping: AbortController;
  let callback: PatientCallback;
  beforeEach(() => {
    clock = new ManualClock();
    business = new IssuanceCallbackInMemory();
    stopping = new AbortController();
    // Waits are 100, 200, 400, 800, 1,600 ms.
    callback = new PatientCallback({
      issuanceCallback: business,
      clock,
      random: () => 0.5,
      stopping: stopping.signal,
    });
  });

  /** What became of it, undefined as long as nothing has. */
  function post(until?: Date) {
    const seen: { became?: unknown } = {};
    callback.post(result, until).then(
      (postedAs) => {
        seen.became = postedAs;
      },
      (error: Error) => {
        seen.became = error.message;
      },
    );
    return seen;
  }

  const inMs = (ms: number) => new Date(clock.now().getTime() + ms);
  const triesLeft = () => business.postFailures.length;

  it('is handed over again, later each time', async () => {
    business.postFailures.push(...away(3));
    const seen = post();
    await passTime(clock, 699, 1);
    expect([triesLeft(), seen.became]).toEqual([0, undefined]);
    await passTime(clock, 1);
    expect(seen.became).toBe('STORED');
  });

  it('is given up after six tries, with what came last', async () => {
    business.postFailures.push(...away(7));
    const seen = post();
    await passTime(clock, 3_100);
    expect([triesLeft(), seen.became, clock.sleeping]).toEqual([1, 'no route 6', 0]);
  });

  it('is not handed over again when it was refused', async () => {
    business.postFailures.push(new ResultRefusedError('/period'), ...away(1));
    const seen = post();
    await passTime(clock, 0);
    expect([triesLeft(), seen.became]).toEqual([1, '/period']);
  });

  it('is given up at once, with no wait begun, when the next try would come too late', async () => {
    business.postFailures.push(...away(3));
    const seen = post(inMs(300));
    await passTime(clock, 100);
    expect([triesLeft(), seen.became, clock.sleeping]).toEqual([1, 'no route 2', 0]);
  });

  it('is not handed over at all when it is too late already', async () => {
    const seen = post(inMs(0));
    await passTime(clock, 0);
    expect([business.posted, seen.became]).toEqual([[], 'no time was left to hand it over']);
  });

  it('is waited for no longer than the process runs', async () => {
    business.postFailures.push(...away(2));
    const seen = post();
    await passTime(clock, 50);
    stopping.abort();
    await passTime(clock, 0);
    expect([triesLeft(), seen.became, clock.sleeping]).toEqual([1, 'no route 1', 0]);
  });

  it('is tried once by a process that stops meanwhile', async () => {
    stopping.abort();
    const seen = post();
    await passTime(clock, 0);
    expect(seen.became).toBe('STORED');
    business.postFailures.push(...away(2));
    const another = post();
    await passTime(clock, 0);
    expect([triesLeft(), another.became]).toEqual([1, 'no route 1']);
  });

  it('may be a document, likewise', async () => {
    business.documentFailures.push(...away(1));
    const document = { applicationId: APPLICATION_ID, documentId: 'd', contentType: 'application/pdf' };
    const kept = callback.keepDocument({ ...document, bytes: new Uint8Array() });
    await passTime(clock, 100);
    await kept;
    expect(business.kept).toMatchObject([document]);
  });
});
