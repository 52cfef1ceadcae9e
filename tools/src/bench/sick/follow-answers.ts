import { type ApiClient, type ApiSchemas, followQuote } from '@app/api-client';

/** One partner's answer as a client saw it. */
export interface SeenAnswer {
  readonly partner: string;
  readonly status: string;
  /** Of a failure. */
  readonly category: string | null;
  /** From sending the request to having the answer, in milliseconds. */
  readonly afterMs: number;
}

export interface FollowTools {
  readonly client: ApiClient;
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Asks for one quote and follows its stream to the end. Throws when the API refuses. */
export async function followAnswers(
  body: ApiSchemas['QuoteRequest'],
  { client, signal, now }: FollowTools,
): Promise<SeenAnswer[]> {
  const sentAt = now();
  const { data: task, error } = await client.POST('/v1/quote-requests', { body, signal });
  if (task === undefined) throw new Error(error.detail);
  const seen: SeenAnswer[] = [];
  for await (const event of followQuote(client, task, { signal })) {
    if (event.type !== 'answer') continue;
    const { partner, status, error: failure } = event.answer;
    seen.push({ partner, status, category: failure?.category ?? null, afterMs: now() - sentAt });
  }
  return seen;
}
