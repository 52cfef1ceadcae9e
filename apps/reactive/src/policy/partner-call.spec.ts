import type { QuoteRequestedData } from '@app/contracts';
import { ManualClock } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { attemptAt, failureReply, moment, PartnerOnClock, partnerWith } from '../testing/partner-on-clock.js';
import { verdictOn } from './breaker/call-verdict.js';
import { callPartner } from './partner-call.js';
import { PartnerOperations } from './partner-operations.js';

describe('the call to a partner', () => {
  const partner = partnerWith();
  let clock: ManualClock;
  let gateway: PartnerOnClock;
  let operations: PartnerOperations;
  beforeEach(() => {
    clock = new ManualClock();
    gateway = new PartnerOnClock(clock);
    operations = new PartnerOperations([partner], { clock, random: () => 0, onBreakerChange: () => undefined });
  });

  const call = (leftMs: number, signal?: AbortSignal) =>
    callPartner({
      send: (one: QuoteRequestedData, options) => gateway.quote(one, options),
      verdictOn,
      operationOf: operations.named('quote'),
      clock,
    })({ ...attemptAt(clock, leftMs, partner), ...(signal && { signal }) });

  it('is not made when the steps before have used up the time', async () => {
    expect(await call(249)).toMatchObject({ calls: 0, reply: { error: { category: 'TIMEOUT', retryable: false } } });
    expect(await call(250)).toMatchObject({ calls: 1, verdict: 'WELL' });
    expect(gateway.calls).toHaveLength(1);
  });

  it('is not made for an answer that is there already', async () => {
    expect(await call(20_000, AbortSignal.abort('not needed'))).toMatchObject({ calls: 0 });
    expect(gateway.calls).toEqual([]);
  });

  it('says nothing of the partner when it was given up', async () => {
    gateway.behaviour = () => 'HANGS';
    const needed = new AbortController();
    const asked = call(20_000, needed.signal);
    await moment();
    needed.abort('not needed');
    expect(await asked).toMatchObject({ calls: 1, verdict: 'SAYS_NOTHING' });
    expect(operations.observe()).toMatchObject([{ operation: 'quote', calls: 0, failures: {} }, { calls: 0 }]);
  });

  it('says what its end says of the partner', async () => {
    gateway.behaviour = () => ({ afterMs: 0, reply: failureReply('PROTOCOL') });
    expect(await call(20_000)).toMatchObject({ calls: 1, verdict: 'ILL' });
  });
});
