import { existsSync } from 'node:fs';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, customerOf, gist, rowOf } from './api-client.js';

const MINUTE = 60_000;

describe('one motor quote through the whole system', () => {
  const stateDir = ownStateDir();
  let stack: Stack;
  let customer: Customer;

  beforeAll(async () => {
    stack = await startStack({ stateDir, usualPorts: false });
    customer = customerOf(stack.ready);
  }, MINUTE);

  afterAll(() => stack?.stop(), MINUTE);

  const gists = async (plate: string) => {
    const result = await customer.result(await customer.ask(plate));
    return {
      acme: gist(rowOf(result, 'acme-general')),
      cogwheel: gist(rowOf(result, 'cogwheel-direct')),
    };
  };

  it(
    'prices example M1 to the paisa, cheapest first',
    async () => {
      const result = await customer.result(await customer.ask('MH12AB1234'));
      expect(result.answers.map((answer) => [answer.partner, answer.offers[0]?.premium.totalMinor])).toEqual([
        ['cogwheel-direct', 1_704_400],
        ['acme-general', 1_738_161],
      ]);
      expect(result.counts).toMatchObject({ asked: 2, quoted: 2, pending: 0 });
    },
    MINUTE,
  );

  it(
    'keeps a partner that is down to its own row',
    async () => {
      expect(await gists('MH12AB9103')).toEqual({ acme: 'FAILED UNAVAILABLE', cogwheel: 'QUOTED 1704400' });
    },
    MINUTE,
  );

  it(
    'keeps a partner that never answers to its own row',
    async () => {
      const { acme, cogwheel } = await gists('MH12AB9105');
      expect(['FAILED TIMEOUT', 'TIMED_OUT']).toContain(acme);
      expect(cogwheel).toBe('QUOTED 1704400');
    },
    MINUTE,
  );

  it(
    'shows what both partners decline, as content',
    async () => {
      expect(await gists('MH12AB9001')).toEqual({ acme: 'DECLINED AG-D99', cogwheel: 'DECLINED C-UW-99' });
    },
    MINUTE,
  );

  it(
    'reaches a partner that fails twice on the third try',
    async () => {
      const result = await customer.result(await customer.ask('MH12AB9104'));
      expect(rowOf(result, 'acme-general')).toMatchObject({ status: 'QUOTED', attempts: 3 });
    },
    MINUTE,
  );

  it(
    'leaves no process and no file when it is stopped',
    async () => {
      const { pids } = stack.ready;
      await stack.stop();
      const { launcher: _, ...infrastructure } = pids.infrastructure;
      const all = [
        pids.business,
        pids.reactive,
        ...Object.values(pids['partner-adapters']),
        ...Object.values(infrastructure),
      ];
      const alive = all.flat().filter((pid) => existsSync(`/proc/${pid}`));
      expect(alive).toEqual([]);
      expect(existsSync(stateDir)).toBe(false);
    },
    MINUTE,
  );
});
