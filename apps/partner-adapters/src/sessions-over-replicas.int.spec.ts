import { definePartnerAdapter, openLimits, PartnerHttp } from '@app/partner-kit';
import { FakePartner, json, unaskedPolicies } from '@app/partner-kit/testing';
import { createLogger, readSettings, systemClock } from '@app/platform';
import { shareLimits } from '@app/redis';
import { describeWithRedis, eventually, TcpProxy } from '@app/testing';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const SESSIONS = 2;
const logger = createLogger('test', 'silent');

/** A partner that counts its open calls, and answers when it is told to. */
class BusyPartner {
  private readonly unanswered: (() => void)[] = [];
  mostOpen = 0;

  private constructor(readonly http: FakePartner) {}

  static async start(): Promise<BusyPartner> {
    const busy: BusyPartner = new BusyPartner(
      await FakePartner.start(() => (response) => {
        busy.unanswered.push(() => json(200, {})(response));
        busy.mostOpen = Math.max(busy.mostOpen, busy.unanswered.length);
      }),
    );
    return busy;
  }

  get open(): number {
    return this.unanswered.length;
  }

  answerOne(): void {
    this.unanswered.shift()?.();
  }
}

/** An adapter of that partner, for which a test sends calls by itself. */
function adapterOf(partner: string, baseUrl: string) {
  const facts = { rateLimit: null, sessions: SESSIONS, secrets: [], errorCodes: {}, declineCodes: {} };
  const connections: PartnerHttp[] = [];
  const adapter = definePartnerAdapter({
    manifest: { id: partner, name: 'Busy Mutual', ...facts },
    settings: {},
    sealingKeys: () => [],
    connect(_settings, tools) {
      const http = new PartnerHttp({ baseUrl, ...tools });
      connections.push(http);
      return { lines: {}, policies: unaskedPolicies, close: () => http.close() };
    },
  });
  return { adapter, connections };
}

describeWithRedis('two replicas of the adapter of a partner that takes two calls at once', (url) => {
  let partner: BusyPartner;
  let proxy: TcpProxy;
  let connections: PartnerHttp[];
  let stops: (() => unknown)[];

  beforeEach(async () => {
    partner = await BusyPartner.start();
    proxy = await TcpProxy.start(url);
    stops = [];
    const { adapter, connections: opened } = adapterOf(`busy-${partner.http.url}`, partner.http.url);
    connections = opened;
    for (const redisUrl of [url, proxy.url]) {
      const share = shareLimits(redisUrl);
      const { limiter, close } = await openLimits(adapter.manifest, { share, clock: systemClock, logger });
      const settings = readSettings(adapter.settings, { INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1' });
      const { stop } = await adapter.start(settings, logger, limiter);
      stops.push(stop, close);
    }
  });

  afterEach(async () => {
    while (partner.open > 0) partner.answerOne();
    for (const stop of stops) await stop();
    await proxy.close();
    await partner.http.close();
  });

  const call = (replica: number) => {
    const http = connections[replica];
    if (http === undefined) throw new Error('there are two replicas');
    return http.send({ method: 'POST', path: '/quote', body: '' }, AbortSignal.timeout(60_000));
  };

  const areOpen = (count: number) => eventually(() => expect(partner.open).toBe(count));

  it('never opens a third, and starts the next as soon as one has ended, in whichever replica', async () => {
    const calls = Array.from({ length: 8 }, (_, n) => call(n % 2));
    for (let n = 0; n < calls.length; n += 1) {
      await areOpen(Math.min(SESSIONS, calls.length - n));
      partner.answerOne();
    }
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
    expect(partner.mostOpen).toBe(SESSIONS);
  });

  it('goes on without Redis, each replica for itself', async () => {
    const first = [call(0), call(0)];
    await areOpen(SESSIONS);
    proxy.cut();
    const others = [call(1), call(1)];
    await areOpen(2 * SESSIONS);
    while (partner.open > 0) partner.answerOne();
    expect((await Promise.all([...first, ...others])).every(({ ok }) => ok)).toBe(true);
  });
});
