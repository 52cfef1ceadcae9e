import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { type AdapterTools, failure } from '@app/partner-kit';
import type { EleventhHourClient } from '../client.js';
import type { SubmittedJob } from '../wire.js';

/** E's limit for one job (partners.md E.3). */
const SHORTEST_WAIT_MS = 1_000;

export interface PollingParts {
  readonly client: Pick<EleventhHourClient, 'poll'>;
  readonly clock: AdapterTools['clock'];
}

/** A poll that may fare better in a second. What E garbled counts as its answer. */
const isPassing = ({ retryable, category }: CanonicalError): boolean => retryable && category !== 'PROTOCOL';

const stillRunning = (): CanonicalError =>
  failure('TIMEOUT', 'the job was still running when its time was over', { retryable: true });

/** Polls a job until it is done, or the signal ends it. */
export async function pollUntilDone(
  { jobId, pollAfterMs }: SubmittedJob,
  { client, clock }: PollingParts,
  signal: AbortSignal,
): Promise<Result<unknown, CanonicalError>> {
  let waitMs = pollAfterMs;
  for (;;) {
    await clock.sleep(Math.max(waitMs, SHORTEST_WAIT_MS), signal);
    if (signal.aborted) return refused(stillRunning());
    const polled = await client.poll(jobId, signal);
    if (!polled.ok) {
      if (!isPassing(polled.error)) return polled;
      waitMs = polled.error.retryAfterMs ?? waitMs;
    } else if (polled.value.jobId !== jobId) {
      return refused(failure('PROTOCOL', 'answered for another job'));
    } else if (polled.value.state === 'DONE') {
      return ok(polled.value.result);
    } else {
      waitMs = polled.value.pollAfterMs;
    }
  }
}
