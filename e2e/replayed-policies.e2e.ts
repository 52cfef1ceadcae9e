import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, customerOf, type OfferView, rowOf } from './api-client.js';
import { Operators } from './operators.js';
import { QueueMover } from './queue-mover.js';
import { policiesOf } from './sandbox-ledger.js';

const MINUTE = 60_000;
const MESSAGES = 1_000;
/** The development key may ask 200 times a second. */
const LANES = 8;
const RATE = 200;
/** Replicas hear what the fleet knows every two seconds. */
const HEARD_WITHIN_MS = 3_000;
const BETWEEN_TRIES_MS = 500;
const TRIES = 40;

const partner = 'acme-general';
const queue = `policy-issuance-${partner}`;

/** Does the work for every item, so many at once; results in the order of the items. */
async function inLanes<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const lane = async () => {
    for (const [at, item] of entries) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

describe('a thousand dead letters of policies', () => {
  let stack: Stack;
  let customer: Customer;
  let operators: Operators;
  let mover: QueueMover;

  beforeAll(async () => {
    const limits = PARTNERS.map(({ id }) => [`${settingsPrefix(id)}LIMITS`, 'off']);
    stack = await startStack({ stateDir: ownStateDir(), usualPorts: false, env: Object.fromEntries(limits) });
    customer = customerOf(stack.ready);
    operators = new Operators(stack.ready);
    mover = new QueueMover(stack.brokerUrl);
  }, 2 * MINUTE);

  afterAll(async () => {
    mover?.close();
    await stack?.stop();
  }, 2 * MINUTE);

  async function offerOf(plate: string): Promise<OfferView> {
    const id = await customer.ask({ plate, partners: [partner] });
    const [offer] = rowOf(await customer.result(id, MINUTE), partner).offers;
    if (offer === undefined) throw new Error('no offer');
    return offer;
  }

  async function apply(offer: OfferView): Promise<string> {
    const id = await customer.apply(offer, `PAY-${randomUUID().slice(0, 23)}`);
    if (typeof id !== 'string') throw new Error(`refused: ${id.code}`);
    return id;
  }

  /** The application that waits first once policies stay in their queue: every replica has heard of OFFLINE. */
  async function untilNobodyTakes(spares: readonly OfferView[]): Promise<string> {
    await operators.setPartner(partner, 'OFFLINE');
    for (const offer of spares) {
      const id = await apply(offer);
      const { status } = await customer.applicationIn(['ISSUED'], id, HEARD_WITHIN_MS).catch(() => ({ status: null }));
      if (status === null) return id;
      await delay(BETWEEN_TRIES_MS);
    }
    throw new Error('policies are issued though the partner is offline');
  }

  it(
    'are replayed twice, and not one policy is issued twice',
    async () => {
      const spares = await inLanes(Array.from({ length: TRIES }), () => offerOf('MH12AB1998'));
      const plates = Array.from({ length: MESSAGES }, (_, n) => `MH12AB${String(2_000 + n)}`);
      const offers = await inLanes(plates, offerOf);
      const waiting = await untilNobodyTakes(spares);
      const earlier = (await policiesOf(stack.ready.sandbox)).length;
      const ids = [waiting, ...(await inLanes(offers, apply))];
      // A poll that was given up may still have one or two of them in hand; they come back.
      await operators.untilQueue(queue, ({ inFlight, visible }) => (visible ?? 0) + (inFlight ?? 0) > MESSAGES);
      const messages = await mover.take(queue, MESSAGES + 1);

      await mover.put(`${queue}-dlq`, messages, 'UNAVAILABLE');
      await operators.untilQueue(queue, ({ deadLetters, visible }) => deadLetters + (visible ?? 0) === messages.length);
      await operators.setPartner(partner, 'AUTO');
      await operators.replay(queue, RATE);
      const issued = await inLanes(ids, (id) => customer.applicationIn(['ISSUED'], id, 3 * MINUTE));
      const books = await policiesOf(stack.ready.sandbox);
      expect(new Set(books.map(({ quoteRef }) => quoteRef)).size).toBe(books.length);
      expect(books.length).toBe(earlier + messages.length);
      await inLanes(ids, (id) => customer.documentsOf(id, MINUTE));

      await mover.put(`${queue}-dlq`, messages, 'UNAVAILABLE');
      await operators.untilQueue(queue, ({ deadLetters }) => deadLetters > 0);
      await operators.untilQueue(`${queue}-dlq`, ({ visible, inFlight }) => visible === 0 && inFlight === 0);
      await operators.replay(queue, RATE);
      const isDone = ({ deadLetters, inFlight, visible }: Awaited<ReturnType<Operators['queue']>>): boolean =>
        deadLetters === 0 && visible === 0 && inFlight === 0;
      await operators.untilQueue(queue, isDone, 3 * MINUTE);
      expect(await policiesOf(stack.ready.sandbox)).toEqual(books);
      const policyNumbers = await inLanes(ids, async (id) => (await customer.application(id)).policyNumber);
      expect(policyNumbers).toEqual(issued.map(({ policyNumber }) => policyNumber));
    },
    10 * MINUTE,
  );
});
