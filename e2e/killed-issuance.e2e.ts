import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, customerOf, type OfferView, rowOf } from './api-client.js';
import { CrashOrders, type CrashPoint } from './crash/crash-orders.js';
import { Operators } from './operators.js';
import { policiesOf } from './sandbox-ledger.js';

const MINUTE = 60_000;
/** How often each point is died at; more of them by hand: `CRASH_RUNS=30 npm test -- e2e/killed-issuance`. */
const RUNS = Number(process.env.CRASH_RUNS ?? 1);

const ACME = 'acme-general';
const adapterOf = (partner: string): string => `partner-adapters/${partner}`;
const adapter = adapterOf(ACME);
const reactive = 'reactive/(motor|health)';

/** The way of a policy from the customer's post to its document, and every place where somebody can die on it. */
const POINTS: readonly CrashPoint[] = [
  {
    when: 'the application is stored, its message is not sent',
    process: 'business',
    moment: 'before call',
    what: 'SendMessage',
  },
  {
    when: 'the message is sent, and not yet forgotten',
    process: 'business',
    moment: 'after call',
    what: 'SendMessage',
  },
  { when: 'the message is received', process: reactive, moment: 'before call', what: 'wanted-attempts' },
  { when: 'it is known to be wanted', process: reactive, moment: 'after call', what: 'wanted-attempts' },
  { when: 'the adapter is about to be called', process: reactive, moment: 'before call', what: 'POST /v1/policies$' },
  { when: 'the adapter has got the call', process: adapter, moment: 'before request', what: 'POST /v1/policies$' },
  { when: 'the partner is about to be called', process: adapter, moment: 'before call', what: 'POST /v1/policies$' },
  { when: 'the partner has issued, nobody knows', process: adapter, moment: 'after call', what: 'POST /v1/policies$' },
  { when: 'the adapter has answered', process: adapter, moment: 'after request', what: 'POST /v1/policies$' },
  { when: 'the reactive service knows', process: reactive, moment: 'after call', what: 'POST /v1/policies$' },
  { when: 'the result arrives', process: 'business', moment: 'before request', what: 'issuance-results' },
  { when: 'the result is stored', process: 'business', moment: 'after request', what: 'issuance-results' },
  { when: 'the result is acknowledged', process: reactive, moment: 'after call', what: 'issuance-results' },
  { when: 'the document is about to be fetched', process: reactive, moment: 'before call', what: 'policy-documents' },
  { when: 'the partner is asked for the document', process: adapter, moment: 'before call', what: 'GET .*/documents/' },
  {
    when: 'the document is about to be kept',
    process: reactive,
    moment: 'before call',
    what: 'PUT /internal/v1/applications',
  },
  {
    when: 'the document arrives',
    process: 'business',
    moment: 'before request',
    what: 'PUT /internal/v1/applications',
  },
  { when: 'the message is about to be deleted', process: reactive, moment: 'before call', what: 'DeleteMessage' },
];

/** The call that makes the policy, at the other partners. */
const ISSUE_CALLS: Readonly<Record<string, string>> = {
  'babbage-lovelace': 'POST /services/AcordGateway',
  'cogwheel-direct': 'POST /v2/policy/issue',
  'dak-bungalow': 'POST /cgi-bin/pissue',
  'eleventh-hour': 'POST /api/v3/policies',
  fizzbuzz: 'POST /rpc',
};

const OTHERS = Object.entries(ISSUE_CALLS).flatMap(([partner, what]) => [
  { partner, when: 'it is about to be called', process: adapterOf(partner), moment: 'before call', what } as const,
  { partner, when: 'it has been told, nobody knows', process: adapterOf(partner), moment: 'after call', what } as const,
]);

/** What each is asked for; most sell cars. */
const EXAMPLES: Readonly<Record<string, string>> = { 'eleventh-hour': 'h1' };
const DOMAINS: Readonly<Record<string, string>> = { 'eleventh-hour': 'health' };

describe('dying on the way to a policy', () => {
  let stack: Stack;
  let customer: Customer;
  let operators: Operators;
  const orders = new CrashOrders(join(tmpdir(), `crash-${randomUUID()}.json`));

  beforeAll(async () => {
    const limits = PARTNERS.map(({ id }) => [`${settingsPrefix(id)}LIMITS`, 'off']);
    const env = { ...Object.fromEntries(limits), ...orders.env };
    // Who is killed on purpose is to be back at once.
    stack = await startStack({ stateDir: ownStateDir(), usualPorts: false, slowestRestartMs: 0, env });
    customer = customerOf(stack.ready);
    operators = new Operators(stack.ready);
  }, 2 * MINUTE);

  afterAll(() => stack?.stop(), 2 * MINUTE);

  /** A killed business service is back within seconds, as a customer would notice. */
  async function patiently<Value>(attempt: () => Promise<Value>): Promise<Value> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** Whoever was killed before may not be back yet: a customer asks again. */
  const offerOf = (partner: string, number: number): Promise<OfferView> =>
    patiently(async () => {
      const example = EXAMPLES[partner];
      const question = example === undefined ? { plate: `MH12AB${number}` } : { example };
      const id = await customer.ask({ ...question, partners: [partner] });
      const [offer] = rowOf(await customer.result(id, MINUTE), partner).offers;
      if (offer === undefined) throw new Error('no offer');
      return offer;
    });

  /** A customer whose connection broke posts again with the same key. */
  async function apply(offer: OfferView): Promise<string> {
    const reference = `PAY-${randomUUID().slice(0, 23)}`;
    const id = await patiently(() => customer.apply(offer, reference));
    if (typeof id !== 'string') throw new Error(`refused: ${id.code}`);
    return id;
  }

  /** What we say of each against the partner's own books. */
  async function expectOnePolicyEach(offers: readonly OfferView[], ids: readonly string[]): Promise<void> {
    const issued = await Promise.all(ids.map((id) => customer.applicationIn(['ISSUED'], id, 2 * MINUTE)));
    const books = await policiesOf(stack.ready.sandbox);
    const ofOffer = ({ partnerQuoteRef }: OfferView) =>
      books.filter(({ quoteRef }) => quoteRef === partnerQuoteRef).map(({ policyNumber }) => policyNumber);
    expect(offers.map(ofOffer)).toEqual(issued.map(({ policyNumber }) => [policyNumber]));
  }

  /** Applies again and again, and somebody dies at the point each time. */
  async function dieAt(point: CrashPoint, partner: string): Promise<string[]> {
    const offers: OfferView[] = [];
    const applied: string[] = [];
    for (let run = 0; run < RUNS; run += 1) offers.push(await offerOf(partner, 2_000 + run));
    // What is still done for quotes must not be taken for a step of a policy.
    const queue = `quote-requested-${DOMAINS[partner] ?? 'motor'}-${partner}`;
    await operators.untilQueue(queue, ({ inFlight }) => inFlight === 0);
    for (const offer of offers) {
      orders.give(point);
      const applying = apply(offer);
      // A message may be with a poll that was given up: it comes back when its visibility ends, at D after 108 s.
      await orders.untilCarriedOut(3 * MINUTE);
      applied.push(await applying);
    }
    await expectOnePolicyEach(offers, applied);
    return applied;
  }

  it.each(POINTS)(
    'leaves exactly one policy when $process is killed: $when',
    async (point) => {
      const applied = await dieAt(point, ACME);
      await Promise.all(applied.map((id) => customer.documentsOf(id, 2 * MINUTE)));
    },
    RUNS * MINUTE + 6 * MINUTE,
  );

  it.each(OTHERS)(
    'leaves exactly one policy at $partner when its adapter is killed: $when',
    async ({ partner, ...point }) => {
      await dieAt(point, partner);
    },
    RUNS * MINUTE + 6 * MINUTE,
  );

  it.each(['broker', 'postgres', ...(process.env.TEST_REDIS_URL ? ['redis'] : [])])(
    'leaves exactly one policy each when %s is killed under ten of them',
    async (name) => {
      const offers = await Promise.all(Array.from({ length: 10 }, (_, n) => offerOf(ACME, 3_000 + n)));
      const applying = offers.map(apply);
      stack.killProcess(name);
      const ids = await Promise.all(applying);
      await expectOnePolicyEach(offers, ids);
    },
    5 * MINUTE,
  );
});
