import { type AnswerView, answerView, quoteResult } from '@app/contracts';
import type { RowStatus } from '@app/domain';
import { z } from 'zod';
import type { QuoteApi } from '../quote/api/quote-api.js';
import { watchQuote } from '../quote/api/watch-quote.js';

/** An answer's arrival at the client, in milliseconds since the request was sent. */
export interface Arrival {
  readonly partner: string;
  readonly afterMs: number;
}

/** What a client saw of one quote request. */
export interface QuoteTiming {
  readonly id: string;
  /** From sending the request to its 202. */
  readonly acceptedMs: number;
  readonly first: Arrival;
  readonly last: Arrival;
  readonly answers: readonly { readonly partner: string; readonly status: RowStatus }[];
}

export interface QuoteToMeasure {
  readonly api: QuoteApi;
  /** JSON. */
  readonly body: string;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

type Row = Pick<AnswerView, 'partner' | 'status' | 'finishedAt'>;

/** No more of a result than is measured: the load generator runs on the same cores as the services. */
const progress = quoteResult
  .pick({ status: true, version: true })
  .extend({ answers: z.array(answerView.pick({ partner: true, status: true, finishedAt: true })) });

/** The partners that have answered, the earliest first. */
const answered = (answers: readonly Row[]): string[] =>
  answers
    .filter(({ status }) => status !== 'PENDING')
    .toSorted((a, b) => Date.parse(a.finishedAt ?? '') - Date.parse(b.finishedAt ?? ''))
    .map(({ partner }) => partner);

/** Asks for one quote and waits for its answers with held reads. Throws `ApiError`. */
export async function measureQuote({ api, body, signal, now }: QuoteToMeasure): Promise<QuoteTiming> {
  const sentAt = now();
  const task = await api.ask(body, signal);
  const acceptedMs = now() - sentAt;
  // From the version of the 202 on: a first read that comes back at once would only be more load.
  const watch = { api, task, etag: `"${task.version}"`, signal, now };
  let first: Arrival | undefined;
  for await (const { status, answers } of watchQuote(watch, progress)) {
    const afterMs = now() - sentAt;
    const partners = answered(answers);
    const [earliest = '', latest = ''] = [partners.at(0), partners.at(-1)];
    if (partners.length > 0) first ??= { partner: earliest, afterMs };
    if (status === 'COMPLETED' && first !== undefined)
      return { id: task.id, acceptedMs, first, last: { partner: latest, afterMs }, answers };
  }
  throw new Error('A complete quote request without an answer');
}
