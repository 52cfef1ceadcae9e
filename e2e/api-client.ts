import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type AnswerView,
  type ApplicationView,
  applicationView,
  problem,
  type QuoteResult,
  quoteResult,
  quoteTask,
} from '@app/contracts';

export interface Question {
  /** A worked example of rating.md [m1]. */
  readonly example?: string;
  /** Another registration number than the example's. */
  readonly plate?: string;
  /** Another pincode than the example's. */
  readonly pincode?: string;
  /** Only these are asked. */
  readonly partners?: readonly string[];
}

/** An offer to apply for. */
export type OfferView = AnswerView['offers'][number];

/** What is answered where an application was refused. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

/** A customer of the running stack. */
export interface Customer {
  /** Resolves with the id once the request is accepted. */
  ask(question: Question): Promise<string>;
  /** The result once it is complete. Rejects when it is not complete in time. */
  result(id: string, withinMs?: number): Promise<QuoteResult>;
  /** Applies for an offer and pays for it; the id of the application, or why not. */
  apply(offer: OfferView, paymentReference: string): Promise<string | Refusal>;
  /** Accepts a new price and pays it. */
  accept(id: string, newTotalMinor: number, paymentReference: string, dueMinor?: number): Promise<ApplicationView>;
  application(id: string): Promise<ApplicationView>;
  /** The application once it is in one of these states. Rejects when it is not in time. */
  applicationIn(statuses: readonly string[], id: string, withinMs?: number): Promise<ApplicationView>;
  /** The documents of an application once there are any. */
  documentsOf(id: string, withinMs?: number): Promise<ApplicationView['documents']>;
  /** A document of an application. */
  document(href: string): Promise<Response>;
}

function bodyOf({ example = 'm1', plate, pincode, partners }: Question): string {
  const file = new URL(`../libs/contracts/examples/${example}.json`, import.meta.url);
  const { proposer, risk, ...body } = JSON.parse(readFileSync(file, 'utf8'));
  const asked = {
    ...body,
    ...(partners === undefined ? {} : { partners }),
    proposer: { ...proposer, ...(pincode === undefined ? {} : { pincode }) },
    risk: {
      ...risk,
      ...(plate === undefined ? {} : { registrationNumber: plate }),
      ...(pincode === undefined || risk.pincode === undefined ? {} : { pincode }),
    },
  };
  return JSON.stringify(asked);
}

const paymentOf = (reference: string, amountMinor: number) => ({
  ...{ reference, method: 'UPI', amountMinor, currency: 'INR', capturedAt: new Date().toISOString() },
});

/** What is due at issuance: the total, or the first of several instalments. */
export const dueOf = ({ premium }: OfferView): number =>
  premium.instalments.find(({ count }) => count > 1)?.amountMinor ?? premium.totalMinor;

const isMotor = ({ cover }: OfferView): boolean => 'insuredValueMinor' in cover;

const applicationBody = (offer: OfferView, reference: string) => ({
  offerId: offer.offerId,
  acceptedTotalMinor: offer.premium.totalMinor,
  proposer: {
    ...{ fullName: 'Asha Rao', email: 'asha@example.org', mobile: '+919800000001', panLast4: '234F' },
    address: { line1: '12 Lake Road', city: 'Pune', state: 'MH', pincode: '411001' },
    nominee: { fullName: 'Ravi Rao', relation: 'SPOUSE' },
  },
  ...(isMotor(offer) ? { asset: { engineNumber: 'ENG123456', chassisNumber: 'MA1AB2CD3EF456789' } } : {}),
  payment: paymentOf(reference, dueOf(offer)),
  declarations: [{ code: 'FACTS_TRUE', acceptedAt: new Date().toISOString() }],
});

export function customerOf({ api, key }: { api: string; key: string }): Customer {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  /** Whoever has asked too often waits as long as they are told to. */
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${api}${path}`, { ...init, headers: { ...headers, ...init.headers } });
    if (response.status !== 429) return response;
    await delay(Number(response.headers.get('retry-after') ?? 1) * 1_000);
    return call(path, init);
  };
  const post = (path: string, body: string, more: Record<string, string> = {}): Promise<Response> =>
    call(path, { method: 'POST', headers: more, body });
  const application = async (id: string): Promise<ApplicationView> =>
    applicationView.parse(await (await call(`/v1/applications/${id}`)).json());
  return {
    application,
    async ask(question) {
      const response = await post('/v1/quote-requests', bodyOf(question));
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
      return quoteTask.parse(await response.json()).id;
    },
    async result(id, withinMs = 40_000) {
      const result = await untilFound(withinMs, async () => {
        const read = await call(`/v1/quote-requests/${id}/quotes`);
        const found = quoteResult.parse(await read.json());
        return found.status === 'COMPLETED' ? found : undefined;
      });
      if (result === undefined) throw new Error(`Quote request ${id} is not complete after ${withinMs} ms`);
      return result;
    },
    async apply(offer, reference) {
      const body = JSON.stringify(applicationBody(offer, reference));
      const response = await post('/v1/applications', body, { 'idempotency-key': reference });
      const answer: unknown = await response.json();
      if (response.status === 202) return applicationView.parse(answer).id;
      if (response.status >= 500) throw new Error(`${response.status}: ${JSON.stringify(answer)}`);
      return { status: response.status, code: problem.parse(answer).code };
    },
    async accept(id, acceptedTotalMinor, reference, dueMinor = acceptedTotalMinor) {
      const body = JSON.stringify({ acceptedTotalMinor, payment: paymentOf(reference, dueMinor) });
      const response = await post(`/v1/applications/${id}/acceptances`, body, { 'idempotency-key': reference });
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
      return applicationView.parse(await response.json());
    },
    async applicationIn(statuses, id, withinMs = 60_000) {
      const found = await untilFound(withinMs, async () => {
        const current = await application(id);
        return statuses.includes(current.status) ? current : undefined;
      });
      if (found === undefined) throw new Error(`Not ${statuses}: ${JSON.stringify(await application(id))}`);
      return found;
    },
    async documentsOf(id, withinMs = 60_000) {
      const found = await untilFound(withinMs, async () => {
        const { documents } = await application(id);
        return documents.length > 0 ? documents : undefined;
      });
      if (found === undefined) throw new Error(`Application ${id} has no documents after ${withinMs} ms`);
      return found;
    },
    document: (href) => call(href),
  };
}

/** Looks until something is found; a service that is away for a moment is asked again. */
async function untilFound<Value>(withinMs: number, look: () => Promise<Value | undefined>): Promise<Value | undefined> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    await delay(100);
  }
  return undefined;
}

/** The row of one partner. */
export function rowOf(result: QuoteResult, partner: string): AnswerView {
  const row = result.answers.find((answer) => answer.partner === partner);
  if (row === undefined) throw new Error(`No row for ${partner}`);
  return row;
}

/** What a row comes down to: its lowest total, its decline code, or its error category. */
export function gist({ status, offers, declines, error }: AnswerView): string {
  const cheapest = offers.length === 0 ? undefined : Math.min(...offers.map(({ premium }) => premium.totalMinor));
  const detail = cheapest ?? declines[0]?.code ?? error?.category ?? '';
  return `${status} ${detail}`.trim();
}
