import { existsSync } from 'node:fs';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, customerOf, gist, rowOf } from './api-client.js';

const MINUTE = 60_000;

describe('a quote through the whole system', () => {
  const stateDir = ownStateDir();
  let stack: Stack;
  let customer: Customer;

  beforeAll(async () => {
    stack = await startStack({ stateDir, usualPorts: false });
    customer = customerOf(stack.ready);
  }, MINUTE);

  afterAll(() => stack?.stop(), MINUTE);

  /** Each partner's row in a few words, in the order of the comparison. */
  const gists = async (id: string) => {
    const { answers } = await customer.result(id);
    return Object.fromEntries(answers.map((answer) => [answer.partner, gist(answer)]));
  };

  // The totals of rating.md §9, cheapest first; Fizzbuzz by the best of its plans.
  it.each([
    [
      'm1',
      {
        fizzbuzz: 'QUOTED 1129900',
        'dak-bungalow': 'QUOTED 1343500',
        'cogwheel-direct': 'QUOTED 1704400',
        'babbage-lovelace': 'QUOTED 1729700',
        'acme-general': 'QUOTED 1738161',
      },
    ],
    ['t1', { 'dak-bungalow': 'QUOTED 298000', 'acme-general': 'QUOTED 338868', 'cogwheel-direct': 'QUOTED 343700' }],
    ['h1', { 'eleventh-hour': 'QUOTED 1518607', 'acme-general': 'QUOTED 1736040' }],
    ['r1', { fizzbuzz: 'QUOTED 61800', 'babbage-lovelace': 'QUOTED 66200' }],
    ['l1', { 'eleventh-hour': 'QUOTED 988400', 'cogwheel-direct': 'QUOTED 1192400' }],
  ])(
    'prices example %s to the paisa, cheapest first',
    async (example, expected) => {
      const found = await gists(await customer.ask({ example }));
      expect(found).toEqual(expected);
      expect(Object.keys(found)).toEqual(Object.keys(expected));
    },
    MINUTE,
  );

  it(
    'keeps a partner that is down to its own row',
    async () => {
      const { 'acme-general': acme, ...others } = await gists(await customer.ask({ plate: 'MH12AB9103' }));
      expect(acme).toBe('FAILED UNAVAILABLE');
      expect(Object.values(others).every((row) => row.startsWith('QUOTED'))).toBe(true);
    },
    MINUTE,
  );

  it(
    'keeps a partner that never answers to its own row',
    async () => {
      const { 'acme-general': acme, ...others } = await gists(await customer.ask({ plate: 'MH12AB9105' }));
      expect(['FAILED TIMEOUT', 'TIMED_OUT']).toContain(acme);
      expect(Object.values(others).every((row) => row.startsWith('QUOTED'))).toBe(true);
    },
    MINUTE,
  );

  it(
    'shows what every partner declines, as content',
    async () => {
      expect(await gists(await customer.ask({ plate: 'MH12AB9001' }))).toEqual({
        'acme-general': 'DECLINED AG-D99',
        'babbage-lovelace': 'DECLINED BL-199',
        'cogwheel-direct': 'DECLINED C-UW-99',
        'dak-bungalow': 'DECLINED E39',
        fizzbuzz: 'DECLINED FZ-D99',
      });
    },
    MINUTE,
  );

  it(
    'reaches a partner that fails twice on the third try',
    async () => {
      const result = await customer.result(await customer.ask({ plate: 'MH12AB9104' }));
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
      const groups = [pids.business, pids.reactive, ...Object.values(pids['partner-adapters'])];
      const all = [...groups, ...Object.values(infrastructure)].flat();
      expect(all.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
      expect(existsSync(stateDir)).toBe(false);
    },
    MINUTE,
  );
});
