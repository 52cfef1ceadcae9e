import { z } from 'zod';

/** Body of `POST /api/v3/quote-requests` (partners.md E.2), without what its line adds. */
export interface EleventhHourQuestion {
  readonly externalRef: string;
  /** Where the result is pushed; null: it is polled for. */
  readonly callback: { readonly url: string } | null;
}

/** An identifier that can stand in a path. */
export const jobId = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}$/);
const pollAfterMs = z.int().min(0).max(3_600_000).default(1_000);

/** The 202 of a submitted question. */
export const submittedJob = z.object({ jobId, pollAfterMs });
export type SubmittedJob = z.infer<typeof submittedJob>;

/** A job as polled (partners.md E.3); what its result means is its line's business. */
export const polledJob = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['QUEUED', 'RUNNING']), jobId, pollAfterMs }),
  z.object({ state: z.literal('DONE'), jobId, result: z.unknown() }),
]);
export type PolledJob = z.infer<typeof polledJob>;

/** The body of a pushed call (partners.md E.4). */
export const pushedEvent = z.object({
  eventId: z.string().min(1).max(40),
  type: z.string(),
  jobId: z.string().min(1).max(40),
  result: z.unknown(),
});
export type PushedEvent = z.infer<typeof pushedEvent>;
