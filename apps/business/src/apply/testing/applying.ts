import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ApplicationView, applicationView, type QuoteTask } from '@app/contracts';
import type { Offer } from '@app/domain';
import { canonicalErrorOf, type ExampleName, exampleBody, offer, quotedAnswer } from '@app/testing';
import request from 'supertest';
import { accepted, postAnswers, postResults } from '../../testing/api-calls.js';
import { type BusinessUnderTest, KEY } from '../../testing/business-under-test.js';

type Headers = Record<string, string>;
type Json = Record<string, unknown>;

const EXAMPLES = new URL('../../../../../libs/contracts/examples/', import.meta.url);
const example = (name: string): ReturnType<typeof JSON.parse> =>
  JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8'));

const PARTNER = 'acme-general';

let references = 0;

/** A reference that nobody has paid with, and that is confirmed. */
export function newReference(): string {
  references += 1;
  return `PAY-${references.toString(36)}-${process.pid}`;
}

/** The body of an application for an offer, paid as it is due unless `rest` says otherwise. */
export function applicationFor({ offerId, premium }: Offer, rest: Json = {}): Json & { payment: Json } {
  const { payment, ...body } = example('application');
  const due = { amountMinor: premium.totalMinor, currency: premium.currency, reference: newReference() };
  return {
    ...body,
    ...{ offerId, acceptedTotalMinor: premium.totalMinor },
    ...{ payment: { ...payment, ...due } },
    ...rest,
  };
}

/** The body of an acceptance of a new price. */
export function acceptanceOf(totalMinor: number, rest: Json = {}): Json & { payment: Json } {
  const { payment } = example('acceptance');
  return {
    acceptedTotalMinor: totalMinor,
    payment: { ...payment, amountMinor: totalMinor, reference: newReference() },
    ...rest,
  };
}

/** Customers of a running service, from the question to the policy. */
export class Applying {
  constructor(private readonly business: BusinessUnderTest) {}

  /** A quote request that one partner has answered with an offer. */
  async quoted(
    offered: Partial<Offer> = {},
    { name, status }: { name?: ExampleName; status?: 'QUOTED' | 'REFERRED' } = {},
  ): Promise<{ quote: QuoteTask; offer: Offer }> {
    const quote = await accepted(this.business, { ...exampleBody(name), partners: [PARTNER] });
    const made = offer(offered);
    // A row is quoted when it has at least one offer that can be bound.
    const offers = made.bindable || status === 'REFERRED' ? [made] : [made, offer()];
    const answer = quotedAnswer({ requestId: quote.id, partner: PARTNER, offers, status: status ?? 'QUOTED' });
    const { body } = await postAnswers(this.business, [answer]).expect(200);
    if (body.results[0]?.result !== 'STORED') throw new Error(`Not stored: ${JSON.stringify(body)}`);
    return { quote, offer: made };
  }

  /** Posts to a path, as client one with a key of its own unless the headers say otherwise. */
  post(path: string, body: unknown, headers: Headers = {}) {
    return request(this.business.api)
      .post(path)
      .set({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() })
      .set(headers)
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  }

  apply(body: unknown, headers: Headers = {}) {
    return this.post('/v1/applications', body, headers);
  }

  accept(id: string, body: unknown, headers: Headers = {}) {
    return this.post(`/v1/applications/${id}/acceptances`, body, headers);
  }

  /** An application that was just submitted, for a new offer. */
  async submitted(offered: Partial<Offer> = {}): Promise<ApplicationView> {
    const { offer: made } = await this.quoted(offered);
    const { body } = await this.apply(applicationFor(made)).expect(202);
    return applicationView.parse(body);
  }

  /** An application whose partner wants another price. */
  async priceChanged(newTotalMinor: number, offered: Partial<Offer> = {}): Promise<ApplicationView> {
    const application = await this.submitted(offered);
    const error = canonicalErrorOf({ category: 'PRICE_CHANGED', retryable: false });
    const applicationId = application.id;
    const result = { applicationId, attempt: 1, outcome: 'REFUSED', newTotalMinor, error } as const;
    await postResults(this.business, [result]).expect(200);
    return application;
  }
}
