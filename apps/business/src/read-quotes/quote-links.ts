import type { QuoteTask } from '@app/contracts';

/** Where everything about a quote request is found. */
export function quoteLinks(id: string): QuoteTask['links'] {
  const self = `/v1/quote-requests/${id}`;
  return { self, quotes: `${self}/quotes`, events: `${self}/events` };
}
