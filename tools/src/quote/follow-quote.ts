import { type QuoteResult, quoteResult } from '@app/contracts';
import type { QuoteApi } from './api/quote-api.js';
import { watchQuote } from './api/watch-quote.js';
import type { Snapshot } from './snapshot.js';

export interface QuoteToFollow {
  readonly api: QuoteApi;
  /** JSON. */
  readonly body: string;
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const answeredPartners = ({ answers }: QuoteResult): string[] =>
  answers.filter(({ status }) => status !== 'PENDING').map(({ partner }) => partner);

/** Sends a quote request and yields what the customer sees after every change, until it is complete. */
export async function* followQuote({ api, body, signal, now }: QuoteToFollow): AsyncGenerator<Snapshot, void> {
  const sentAt = now();
  const task = await api.ask(body, signal);
  const answeredAfterMs = new Map<string, number>();
  for await (const result of watchQuote({ api, task, signal, now }, quoteResult)) {
    const elapsedMs = now() - sentAt;
    for (const partner of answeredPartners(result))
      if (!answeredAfterMs.has(partner)) answeredAfterMs.set(partner, elapsedMs);
    yield { result, elapsedMs, answeredAfterMs: new Map(answeredAfterMs) };
  }
}
