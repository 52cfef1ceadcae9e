import type { PartnerReply } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import { findPartner, type PartnerManifest } from '@app/partner-registry';
import { afterEach, describe, expect, it } from '@jest/globals';
import { failedReply } from '../failed-reply.js';
import { type BreakerState, PartnerBreaker } from './partner-breaker.js';

const declined: PartnerReply = { outcome: 'ANSWERED', status: 'DECLINED', offers: [], declines: [], error: null };

function partnerWith(breaker: Partial<PartnerManifest['operations']['quote']['breaker']>): PartnerManifest {
  const partner = findPartner('acme-general');
  if (partner === undefined) throw new Error('the registry lost acme-general');
  const { quote } = partner.operations;
  const settings = { errorThresholdPercent: 50, minimumCalls: 4, windowMs: 10_000, probeAfterMs: 60_000, ...breaker };
  return { ...partner, operations: { quote: { ...quote, breaker: settings } } };
}

describe('the breaker of a partner', () => {
  let breaker: PartnerBreaker;
  afterEach(() => breaker.shutdown());

  function breakerFor(settings: Parameters<typeof partnerWith>[0] = {}) {
    const changes = new Map<BreakerState, PromiseWithResolvers<void>>(
      (['open', 'halfOpen', 'close'] as const).map((state) => [state, Promise.withResolvers<void>()]),
    );
    const onChange = (_: string, state: BreakerState) => changes.get(state)?.resolve();
    breaker = new PartnerBreaker(partnerWith(settings), { random: () => 0, onChange });
    return { until: (state: BreakerState) => changes.get(state)?.promise };
  }

  const fail = (category: ErrorCategory) => breaker.pass(async () => failedReply(category, 'the partner failed'));

  async function failTimes(times: number, category: ErrorCategory): Promise<void> {
    for (let n = 0; n < times; n += 1) await fail(category);
  }

  const categoryOf = (reply: PartnerReply) => (reply.outcome === 'FAILED' ? reply.error.category : reply.status);

  it('hands on every reply as it is while it is closed', async () => {
    breakerFor();
    expect(await breaker.pass(async () => declined)).toBe(declined);
    expect(categoryOf(await fail('UNAVAILABLE'))).toBe('UNAVAILABLE');
  });

  it.each<ErrorCategory>(['UNAVAILABLE', 'TIMEOUT', 'PROTOCOL', 'PARTNER_INTERNAL'])(
    'opens after %s, and then answers without a call',
    async (category) => {
      breakerFor();
      await failTimes(4, category);
      let called = false;
      const reply = await breaker.pass(async () => {
        called = true;
        return declined;
      });
      expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'CIRCUIT_OPEN', retryable: false } });
      expect(called).toBe(false);
    },
  );

  it.each<ErrorCategory>(['VALIDATION', 'UNSUPPORTED', 'RATE_LIMITED', 'AUTHENTICATION', 'UNDERWRITING'])(
    'stays closed after %s: the partner is well',
    async (category) => {
      breakerFor();
      await failTimes(10, category);
      expect(categoryOf(await breaker.pass(async () => declined))).toBe('DECLINED');
    },
  );

  it('stays closed below the number of calls that say something', async () => {
    breakerFor();
    await failTimes(3, 'UNAVAILABLE');
    expect(categoryOf(await breaker.pass(async () => declined))).toBe('DECLINED');
  });

  it('stays closed while most calls are answered', async () => {
    breakerFor();
    for (let n = 0; n < 6; n += 1) {
      await breaker.pass(async () => declined);
      await fail('UNAVAILABLE');
    }
    expect(categoryOf(await breaker.pass(async () => declined))).toBe('DECLINED');
  });

  it('lets one call probe after its time, and closes when that is answered', async () => {
    const { until } = breakerFor({ probeAfterMs: 5 });
    await failTimes(4, 'UNAVAILABLE');
    await until('halfOpen');
    const probe = Promise.withResolvers<PartnerReply>();
    const probing = breaker.pass(() => probe.promise);
    expect(categoryOf(await breaker.pass(async () => declined))).toBe('CIRCUIT_OPEN');
    probe.resolve(declined);
    expect(await probing).toBe(declined);
    await until('close');
    expect(categoryOf(await breaker.pass(async () => declined))).toBe('DECLINED');
  });

  it('opens again when the probe fails', async () => {
    const { until } = breakerFor({ probeAfterMs: 5 });
    await failTimes(4, 'UNAVAILABLE');
    await until('halfOpen');
    expect(categoryOf(await fail('TIMEOUT'))).toBe('TIMEOUT');
    expect(categoryOf(await fail('TIMEOUT'))).toBe('CIRCUIT_OPEN');
  });

  it('hands on a bug as what it is', async () => {
    breakerFor();
    await expect(breaker.pass(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
