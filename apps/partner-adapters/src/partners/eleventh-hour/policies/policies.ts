import type { DocumentCall, IssuanceReply } from '@app/contracts';
import { type CanonicalError, ok, type Result } from '@app/domain';
import {
  type AdapterTools,
  type DocumentBytes,
  endedEarlier,
  noSuchDocument,
  type PartnerPolicies,
  type PolicyOrder,
  withoutPolicy,
} from '@app/partner-kit';
import type { EleventhHourClient } from '../client.js';
import { pollUntilDone } from '../jobs/polling.js';
import { fromEleventhHour, type JobOutcome } from './from-eleventh-hour.js';
import { OrderIds } from './order-ids.js';
import { toEleventhHour } from './to-eleventh-hour.js';
import { documentPath } from './wire.js';

/** E is done in two seconds (partners.md E.5); a job that takes longer is asked for again by whoever asks. */
const WATCHED_FOR_MS = 6_000;
/** A poll a second is what E allows. */
const POLL_AFTER_MS = 1_000;

interface Time {
  /** The end of the whole call. */
  readonly signal: AbortSignal;
  /** Until when a job is watched. */
  readonly watching: AbortSignal;
}

/**
 * Policies as E issues them: a job is submitted and polled for. E has no status by offer: the repeat of the submit with
 * the same id gives the same job, and so is the inquiry. Only a job that came to nothing is followed by another one.
 */
export class EleventhHourPolicies implements PartnerPolicies {
  private readonly ids = new OrderIds();

  constructor(
    private readonly client: Pick<EleventhHourClient, 'submitPolicy' | 'pollPolicy' | 'document'>,
    /** Polls are a second apart by this clock. */
    private readonly clock: AdapterTools['clock'],
  ) {}

  async issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply> {
    const [settled, over] = [new AbortController(), new AbortController()];
    void this.clock.sleep(WATCHED_FOR_MS, settled.signal).then(() => over.abort('watched long enough'));
    try {
      return await this.issueWithin(order, { signal, watching: endedEarlier(signal, over.signal) });
    } finally {
      settled.abort('settled');
    }
  }

  async fetchDocument({ document }: DocumentCall, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>> {
    const path = documentPath.safeParse(document.reference);
    if (!path.success) return noSuchDocument();
    return this.client.document(path.data, signal);
  }

  /** Two jobs at most: who asks again goes on where this call ended. */
  private async issueWithin(order: PolicyOrder, time: Time): Promise<IssuanceReply> {
    const first = await this.runNext(order, time);
    return first.mayRunAgain ? (await this.runNext(order, time)).reply : first.reply;
  }

  /** The first job of the order that is not known to be over. */
  private async runNext(order: PolicyOrder, time: Time): Promise<JobOutcome> {
    const { requestId, isInDoubt } = this.ids.now(order.key);
    const job = await this.run(order, requestId, time);
    // What became of an earlier job is as unknown as before, when this one cannot tell.
    if (!job.ok) return { reply: isInDoubt ? unknown(job.error) : withoutPolicy(job.error), mayRunAgain: false };
    const { reply, mayRunAgain } = job.value;
    if (mayRunAgain) this.ids.giveUp(order.key, requestId, reply.outcome === 'UNKNOWN');
    return { reply: isInDoubt ? surely(reply) : reply, mayRunAgain };
  }

  /** One job from its submit to its outcome. The error: it did not become a job, as far as anybody knows. */
  private async run(
    order: PolicyOrder,
    requestId: string,
    { signal, watching }: Time,
  ): Promise<Result<JobOutcome, CanonicalError>> {
    const { client, clock } = this;
    const job = await client.submitPolicy(toEleventhHour(order), requestId, signal);
    if (!job.ok) return job;
    const polling = { client: { poll: client.pollPolicy.bind(client) }, clock };
    const result = await pollUntilDone({ ...job.value, pollAfterMs: POLL_AFTER_MS }, polling, watching);
    if (result.ok) return ok(fromEleventhHour(result.value, order));
    const { error } = result;
    const isForgotten = error.category === 'NOT_FOUND';
    const isRunning = !isForgotten && watching.aborted;
    // E has taken the job: no answer to a poll but its result says that there is no policy.
    return ok({ reply: isRunning ? { outcome: 'PENDING' } : unknown(error), mayRunAgain: isForgotten });
  }
}

const unknown = (error: CanonicalError): IssuanceReply => ({ outcome: 'UNKNOWN', error });

const surely = (reply: IssuanceReply): IssuanceReply => (reply.outcome === 'FAILED' ? unknown(reply.error) : reply);
