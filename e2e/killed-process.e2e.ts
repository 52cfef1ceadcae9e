import { setTimeout as delay } from 'node:timers/promises';
import { PARTNERS, partnersOfLine, settingsPrefix } from '@app/partner-registry';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, customerOf } from './api-client.js';

const TWO_MINUTES = 120_000;
const sellers = partnersOfLine('motor-four-wheeler').map(({ id }) => id);
const REQUESTS = 20;
const KILLED_AFTER = 8;

describe('killing a process while requests run', () => {
  let stack: Stack;
  let customer: Customer;

  beforeAll(async () => {
    stack = await startStack({
      stateDir: ownStateDir(),
      usualPorts: false,
      env: {
        QUOTE_DEADLINE_MS: '8000',
        SANDBOX_LATENCY: 'fixed:20-200',
        ...Object.fromEntries(PARTNERS.map(({ id }) => [`${settingsPrefix(id)}LIMITS`, 'off'])),
      },
    });
    customer = customerOf(stack.ready);
  }, TWO_MINUTES);

  afterAll(() => stack?.stop(), TWO_MINUTES);

  /** Only what was answered 202 was accepted; a request cut off before that is asked again, as a customer would. */
  async function askPatiently(plate: string): Promise<string> {
    for (;;) {
      try {
        return await customer.ask({ plate });
      } catch {
        await delay(100);
      }
    }
  }

  it.each([
    ...['business', 'reactive/motor', 'partner-adapters/acme-general', 'partner-sandbox', 'broker', 'postgres'],
    ...(process.env.TEST_REDIS_URL ? ['redis'] : []),
  ])(
    'leaves each request with exactly one final answer a partner when %s is killed',
    async (name) => {
      const asked: Promise<string>[] = [];
      for (let n = 0; n < REQUESTS; n += 1) {
        if (n === KILLED_AFTER) stack.killProcess(name);
        asked.push(askPatiently(`MH12AB${1000 + n}`));
        await delay(25);
      }
      const results = await Promise.all((await Promise.all(asked)).map((id) => customer.result(id, 60_000)));
      for (const result of results) {
        expect(result.answers.map((answer) => answer.partner).sort()).toEqual(sellers);
        expect(result.counts).toMatchObject({ asked: sellers.length, pending: 0 });
      }
    },
    TWO_MINUTES,
  );
});
