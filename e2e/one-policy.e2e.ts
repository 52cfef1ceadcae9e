import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ownStateDir, type Stack, startStack } from '@app/tools/local-stack';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Customer, customerOf, dueOf, type OfferView, type Question, rowOf } from './api-client.js';
import { policiesOf } from './sandbox-ledger.js';

const TWO_MINUTES = 120_000;

/** How each partner is asked for a quote with a magic value (partners.md 0.5), `00` being an ordinary one. */
const QUESTIONS: Readonly<Record<string, (nn: string) => Question>> = {
  'acme-general': (nn) => ({ plate: `MH12AB91${nn}` }),
  'acme-general health': (nn) => ({ example: 'h1', pincode: `4191${nn}` }),
  'babbage-lovelace': (nn) => ({ plate: `MH12AB92${nn}` }),
  'babbage-lovelace travel': (nn) => ({ example: 'r1', pincode: `4192${nn}` }),
  'cogwheel-direct': (nn) => ({ plate: `MH12AB93${nn}` }),
  'cogwheel-direct term-life': (nn) => ({ example: 'l1', pincode: `4193${nn}` }),
  'dak-bungalow': (nn) => ({ plate: `MH12AB94${nn}` }),
  'eleventh-hour health': (nn) => ({ example: 'h1', pincode: `4195${nn}` }),
  'eleventh-hour term-life': (nn) => ({ example: 'l2', pincode: `4195${nn}` }),
  fizzbuzz: (nn) => ({ plate: `MH12AB96${nn}` }),
  'fizzbuzz travel': (nn) => ({ example: 'r1', pincode: `4196${nn}` }),
};

const partnerOf = (name: string): string => name.split(' ')[0] ?? name;

/** Those whose quotes end at a date, so that it is the partner who says that they have ended. */
const ENDS_BY_DATE = ['babbage-lovelace', 'dak-bungalow'];

describe('a policy through the whole system', () => {
  let stack: Stack;
  let customer: Customer;
  let payments = 0;

  beforeAll(async () => {
    stack = await startStack({ stateDir: ownStateDir(), usualPorts: false });
    customer = customerOf(stack.ready);
  }, TWO_MINUTES);

  afterAll(() => stack?.stop(), TWO_MINUTES);

  /** At every partner and in every line, side by side; a failure tells where. */
  const forEveryProduct = (check: (name: string, question: (nn: string) => Question) => Promise<void>) =>
    Promise.all(
      Object.entries(QUESTIONS).map(([name, question]) =>
        check(name, question).catch((error: unknown) => {
          throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        }),
      ),
    );

  const newPayment = (): string => `PAY-e2e-${++payments}`;

  async function offerOf(name: string, question: Question): Promise<OfferView> {
    const result = await customer.result(await customer.ask({ ...question, partners: [partnerOf(name)] }));
    const offer = rowOf(result, partnerOf(name)).offers.find(({ bindable }) => bindable);
    if (offer === undefined) throw new Error(`${name} made no bindable offer`);
    return offer;
  }

  async function applied(offer: OfferView): Promise<string> {
    const id = await customer.apply(offer, newPayment());
    if (typeof id !== 'string') throw new Error(`refused: ${id.status} ${id.code}`);
    return id;
  }

  async function expectIssued(id: string, { partnerQuoteRef }: OfferView): Promise<void> {
    const issued = await customer.applicationIn(['ISSUED'], id);
    const inBooks = (await policiesOf(stack.ready.sandbox)).filter(({ quoteRef }) => quoteRef === partnerQuoteRef);
    expect(inBooks.map(({ policyNumber }) => policyNumber)).toEqual([issued.policyNumber]);
    expect(issued.period?.from).toMatch(/^2026-12-/);
  }

  it(
    'an ordinary offer becomes one policy with its document, at every partner and in every line',
    () =>
      forEveryProduct(async (name, question) => {
        const offer = await offerOf(name, question('00'));
        const id = await applied(offer);
        await expectIssued(id, offer);
        const [document] = await customer.documentsOf(id);
        const response = await customer.document(document?.href ?? '');
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(response.headers.get('content-type')).toBe('application/pdf');
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(document?.sha256);
      }),
    TWO_MINUTES,
  );

  it(
    'a changed price waits for the customer, and is issued at the new price when it is accepted',
    () =>
      forEveryProduct(async (name, question) => {
        const offer = await offerOf(name, question('08'));
        const id = await applied(offer);
        const { priceChange, totalMinor } = await customer.applicationIn(['PRICE_CHANGED'], id);
        expect(priceChange).toMatchObject({ previousTotalMinor: totalMinor, newTotalMinor: totalMinor + 50_000 });
        const dueMinor = dueOf(offer) + 50_000;
        await customer.accept(id, totalMinor + 50_000, newPayment(), dueMinor);
        await expectIssued(id, offer);
        expect(await customer.application(id)).toMatchObject({
          totalMinor: totalMinor + 50_000,
          priceChange: null,
          refund: { amountMinor: dueOf(offer), currency: 'INR', status: 'DUE' },
        });
      }),
    TWO_MINUTES,
  );

  it(
    'a lost answer is found again, and nothing is issued twice',
    () =>
      forEveryProduct(async (name, question) => {
        const offer = await offerOf(name, question('09'));
        await expectIssued(await applied(offer), offer);
      }),
    TWO_MINUTES,
  );

  it(
    'a pending answer is asked for until it is there',
    () =>
      forEveryProduct(async (name, question) => {
        const offer = await offerOf(name, question('10'));
        const id = await applied(offer);
        await expectIssued(id, offer);
        const { events } = await customer.application(id);
        expect(events.map(({ status }) => status)).toEqual(
          expect.arrayContaining(['SUBMITTED', 'PENDING_PARTNER', 'ISSUED']),
        );
      }),
    TWO_MINUTES,
  );

  it(
    'an offer that has ended is no policy, and no money is kept',
    () =>
      forEveryProduct(async (name, question) => {
        const offer = await offerOf(name, question('12'));
        if (ENDS_BY_DATE.includes(partnerOf(name))) {
          const expired = await customer.applicationIn(['EXPIRED'], await applied(offer));
          expect(expired.refund).toEqual({ amountMinor: dueOf(offer), currency: 'INR', status: 'DUE' });
        } else {
          while (Date.parse(offer.validUntil) > Date.now()) await delay(100);
          expect(await customer.apply(offer, newPayment())).toEqual({ status: 409, code: 'offer-expired' });
        }
      }),
    TWO_MINUTES,
  );
});
