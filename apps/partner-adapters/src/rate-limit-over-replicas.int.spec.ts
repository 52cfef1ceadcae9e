import { type RunningSandbox, startSandbox } from '@app/partner-sandbox';
import { systemClock } from '@app/platform';
import { shareLimits } from '@app/redis';
import { describeWithRedis } from '@app/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { requestFor } from './testing/canonical-requests.js';
import { RunningAdapter } from './testing/running-adapter.js';

const C = 'cogwheel-direct';
const CALLS = 60;
/** Three windows of 20, of which the third may begin once two have passed, and room for slow machines. */
const TEST_WITHIN_MS = 60_000;

describeWithRedis('two replicas of the adapter of C, which takes 20 requests in 10 s', (url) => {
  let sandbox: RunningSandbox;
  let replicas: RunningAdapter[];

  beforeAll(async () => {
    sandbox = await startSandbox();
    const options = { env: { REDIS_URL: url }, around: { production: false, shareLimits } };
    replicas = await Promise.all([1, 2].map(() => RunningAdapter.start(C, sandbox.url, options)));
  });

  afterAll(async () => {
    for (const replica of replicas) await replica.stop();
    await sandbox.stop();
  });

  /** As the reactive service does it: comes back when it is told to, and asks any replica. */
  async function askUntilAnswered(call: number) {
    for (let attempt = call; ; attempt += 1) {
      const reply = await replicas[attempt % 2]?.ask(requestFor('m1'), 8_000);
      if (reply === undefined) throw new Error('there are two replicas');
      if (reply.outcome === 'ANSWERED' || reply.error.category !== 'RATE_LIMITED') return reply;
      await systemClock.sleep(reply.error.retryAfterMs ?? 0);
    }
  }

  it(
    'gets a price for every call without one that is refused, in three windows',
    async () => {
      // A first call travels longer than others, a connection and cold code before it: the partner's window is a later one.
      const first = await Promise.all(replicas.map((_, call) => askUntilAnswered(call)));
      const others = Array.from({ length: CALLS - first.length }, (_, call) => askUntilAnswered(call));
      const replies = [...first, ...(await Promise.all(others))];
      for (const reply of replies) expect(reply).toMatchObject({ status: 'QUOTED' });
      const statuses = sandbox.calls().map(({ status }) => status);
      expect(statuses).toEqual(Array<number>(CALLS).fill(200));
    },
    TEST_WITHIN_MS,
  );
});
