import { fullJitterMs, type IssuanceResult } from '@app/domain';
import { type Clock, type FetchedDocument, type PolicyDesk, type PostedAs, ResultRefusedError } from '@app/ports';

export interface PatientDeskParts {
  readonly desk: PolicyDesk;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

const TRIES = 6;
const BACKOFF = { baseMs: 200, capMs: 5_000 };

/**
 * A desk that is handed things again while nobody takes them: what a partner has said is not asked for once more because
 * the business service is being restarted. After some seconds, or a try past `until`, it rejects with what came last.
 */
export class PatientDesk {
  constructor(private readonly parts: PatientDeskParts) {}

  post(result: IssuanceResult, until?: Date): Promise<PostedAs> {
    return this.untilTaken(() => this.parts.desk.post(result), until);
  }

  keepDocument(document: FetchedDocument, until?: Date): Promise<void> {
    return this.untilTaken(() => this.parts.desk.keepDocument(document), until);
  }

  private async untilTaken<Told>(hand: () => Promise<Told>, until?: Date): Promise<Told> {
    const { clock, random } = this.parts;
    for (let tries = 1; ; tries += 1) {
      try {
        return await hand();
      } catch (error) {
        const isOver = until !== undefined && clock.now() >= until;
        if (isOver || tries >= TRIES || error instanceof ResultRefusedError) throw error;
      }
      await clock.sleep(fullJitterMs(BACKOFF, tries, random));
    }
  }
}
