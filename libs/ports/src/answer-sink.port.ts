import type { PartnerAnswer } from '@app/domain';

/** The return address: where partner answers go. */
export interface AnswerSink {
  /**
   * Resolves once the answer is acknowledged, whatever became of it (stored, duplicate, late, unknown). Tries again
   * while the other side is away; rejects when it gave up at `acceptLateUntil`, since nobody takes the answer after it,
   * or when the answer was refused as invalid.
   */
  post(answer: PartnerAnswer, acceptLateUntil: Date): Promise<void>;
}
