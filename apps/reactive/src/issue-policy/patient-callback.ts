import { fullJitterMs, type IssuanceResult } from '@app/domain';
import { type Clock, type FetchedDocument, type IssuanceCallback, type PostedAs, ResultRefusedError } from '@app/ports';

export interface PatientCallbackParts {
  readonly issuanceCallback: IssuanceCallback;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Aborts when the process is about to end. */
  readonly stopping: AbortSignal;
}

const TRIES = 6;
const BACKOFF = { baseMs: 200, capMs: 5_000 };

/**
 * Hands things over again while nobody takes them: what a partner has said is not asked for once more because the
 * business service is being restarted. It rejects with what came last after some seconds, when the process stops, and
 * when the next try would begin at `until` or later; nothing at all is tried then.
 */
export class PatientCallback {
  constructor(private readonly parts: PatientCallbackParts) {}

  post(result: IssuanceResult, until?: Date): Promise<PostedAs> {
    return this.untilTaken(() => this.parts.issuanceCallback.post(result), until);
  }

  keepDocument(document: FetchedDocument, until?: Date): Promise<void> {
    return this.untilTaken(() => this.parts.issuanceCallback.keepDocument(document), until);
  }

  private async untilTaken<Told>(hand: () => Promise<Told>, until?: Date): Promise<Told> {
    const { clock, random, stopping } = this.parts;
    if (this.leftMs(until) <= 0) throw new Error('no time was left to hand it over');
    for (let tries = 1; ; tries += 1) {
      try {
        return await hand();
      } catch (error) {
        const waitMs = fullJitterMs(BACKOFF, tries, random);
        if (error instanceof ResultRefusedError || tries >= TRIES || waitMs >= this.leftMs(until)) throw error;
        await clock.sleep(waitMs, stopping);
        if (stopping.aborted) throw error;
      }
    }
  }

  private leftMs(until: Date | undefined): number {
    return until === undefined ? Number.POSITIVE_INFINITY : until.getTime() - this.parts.clock.now().getTime();
  }
}
