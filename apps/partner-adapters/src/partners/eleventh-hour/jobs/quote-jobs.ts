import type { CanonicalRequest, PartnerReply } from '@app/contracts';
import { type CanonicalError, ok, type Result } from '@app/domain';
import { type AdapterTools, endedEarlier, failed, type LateAnswers } from '@app/partner-kit';
import type { EleventhHourClient } from '../client.js';
import type { EleventhHourQuestion, SubmittedJob } from '../wire.js';
import { pollUntilDone } from './polling.js';
import type { PushedResults } from './pushed-results.js';
import type { RequestIds } from './request-ids.js';

export interface QuoteJobsParts {
  readonly client: Pick<EleventhHourClient, 'submit' | 'poll'>;
  readonly clock: AdapterTools['clock'];
  readonly requestIds: RequestIds;
  readonly pushed: PushedResults;
  readonly late: LateAnswers;
  /** Where results are pushed; absent: polling only. */
  readonly webhookUrl: string | undefined;
}

/** One quote as a job: what is asked, and what its result means. */
export interface QuoteJob {
  readonly request: CanonicalRequest;
  readonly question: Omit<EleventhHourQuestion, 'callback'>;
  readonly read: (result: unknown) => PartnerReply;
}

/** E gave the job up; the same question under another id is a new job (partners.md E.6). */
const GIVEN_UP = 'EH-5002';

/** Quotes as E makes them: a job is submitted, and its result polled for or pushed, whichever comes first. */
export class QuoteJobs {
  private readonly stopping = new AbortController();

  constructor(private readonly parts: QuoteJobsParts) {}

  async ask(quote: QuoteJob, signal: AbortSignal): Promise<PartnerReply> {
    const { client, requestIds, pushed, clock, webhookUrl } = this.parts;
    const startedAt = clock.now();
    const { requestId } = quote.request;
    const question = { ...quote.question, callback: webhookUrl === undefined ? null : { url: webhookUrl } };
    const job = await client.submit(question, requestIds.idOf(requestId), signal);
    if (!job.ok) return failed(job.error);
    const result = await this.firstResult(job.value, signal);
    if (!result.ok) {
      if (signal.aborted && webhookUrl !== undefined) this.expectLate(job.value, quote, startedAt);
      return failed(result.error);
    }
    pushed.close(job.value.jobId);
    const reply = quote.read(result.value);
    if (reply.outcome === 'FAILED' && reply.error.partnerCode === GIVEN_UP) requestIds.giveUp(requestId);
    return reply;
  }

  private async firstResult(job: SubmittedJob, signal: AbortSignal): Promise<Result<unknown, CanonicalError>> {
    const settled = new AbortController();
    let stopWaiting = () => {};
    const pushed = new Promise<Result<unknown, CanonicalError>>((resolve) => {
      stopWaiting = this.parts.pushed.wait(job.jobId, (result) => resolve(ok(result)));
    });
    try {
      return await Promise.race([pushed, pollUntilDone(job, this.parts, endedEarlier(signal, settled.signal))]);
    } finally {
      settled.abort('settled');
      stopWaiting();
    }
  }

  /** Until nobody takes a late answer any more, the job's result is still listened for. */
  private expectLate({ jobId }: SubmittedJob, { request, read }: QuoteJob, startedAt: Date): void {
    const { clock, pushed, late } = this.parts;
    const acceptLateUntil = new Date(request.acceptLateUntil);
    const leftMs = acceptLateUntil.getTime() - clock.now().getTime();
    if (leftMs <= 0) return;
    const over = new AbortController();
    const stopWaiting = pushed.wait(jobId, (result) => {
      over.abort('pushed');
      void late.take(read(result), { requestId: request.requestId, startedAt, acceptLateUntil });
    });
    void clock.sleep(leftMs, AbortSignal.any([over.signal, this.stopping.signal])).then(stopWaiting);
  }

  /** Listens for late results no more. */
  stop(): void {
    this.stopping.abort('stopping');
  }
}
