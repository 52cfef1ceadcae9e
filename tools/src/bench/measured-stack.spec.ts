import { PARTNERS } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import type { ReadyLine } from '../local-stack/ready-line.js';
import { BENCH_ENVIRONMENT, partnersElsewhere, refusalToLoad, setupWarnings } from './measured-stack.js';

const ready = (api: string, sandbox: string | null): ReadyLine => ({
  ready: true,
  api,
  internal: api,
  web: null,
  key: 'key',
  publicKey: null,
  opsKey: null,
  sandbox,
  pids: { business: [], reactive: [], 'partner-adapters': {}, infrastructure: {} },
});

const HERE = 'http://127.0.0.1:3000';

describe('the stack that is measured', () => {
  it('has fixed latencies and no limits at any partner', () => {
    expect(BENCH_ENVIRONMENT).toMatchObject({
      SANDBOX_LATENCY: 'fixed:20-200',
      PARTNER_ACME_GENERAL_LIMITS: 'off',
      PARTNER_COGWHEEL_DIRECT_LIMITS: 'off',
    });
  });

  it('is on this machine, with a sandbox', () => {
    expect(refusalToLoad(ready(HERE, HERE))).toBeUndefined();
    expect(refusalToLoad(ready('https://quotes.example', HERE))).toContain(
      'https://quotes.example is not on this machine',
    );
    expect(refusalToLoad(ready('http://127.0.0.1.example', HERE))).toContain('not on this machine');
    expect(refusalToLoad(ready(HERE, null))).toContain('real ones');
  });

  it('is warned about when it is set up differently', () => {
    const latency = { kind: 'fixed', minMs: 20, maxMs: 200 };
    const others = PARTNERS.filter(({ id }) => id !== 'cogwheel-direct');
    expect(setupWarnings({ latency, unlimitedPartners: PARTNERS.map(({ id }) => id) })).toEqual([]);
    expect(setupWarnings({ latency: { kind: 'none' }, unlimitedPartners: others.map(({ id }) => id) })).toEqual([
      "The sandbox's latency is not fixed:20-200.",
      'The limits of Cogwheel Direct are on: requests will wait or fail.',
    ]);
  });

  it('is not loaded when a partner is not asked at its sandbox', () => {
    const arrival = { partner: 'a', afterMs: 1 };
    const answers = [
      { partner: 'a', status: 'QUOTED' as const },
      { partner: 'b', status: 'FAILED' as const },
    ];
    const timing = { id: 'q1', acceptedMs: 1, first: arrival, last: arrival, answers };
    const call = {
      partner: 'a',
      operation: 'quote',
      reference: 'q1',
      startedAt: '2026-11-23T10:00:00.000Z',
      durationMs: 1,
    };
    expect(partnersElsewhere(timing, [call, { ...call, partner: 'b', reference: 'q0' }])).toEqual(['b (FAILED)']);
  });
});
