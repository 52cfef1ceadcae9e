import type { RetryBudgetSettings } from '@app/partner-registry';

/** Tenths added ten times must make one. */
const PARTS = 1_000;

/**
 * What repeats may cost a partner: a bucket that starts full, from which every repeat takes one and into which every
 * answered call puts a little. A partner that answers nothing sees no more repeats than the bucket holds.
 */
export class RetryBudget {
  private parts: number;

  constructor(private readonly settings: RetryBudgetSettings) {
    this.parts = this.full;
  }

  get tokens(): number {
    return this.parts / PARTS;
  }

  /** False when there is none left. */
  take(): boolean {
    if (this.parts < PARTS) return false;
    this.parts -= PARTS;
    return true;
  }

  /** What was taken for a call that was not made. */
  giveBack(): void {
    this.add(PARTS);
  }

  succeeded(): void {
    this.add(Math.round(this.settings.perSuccess * PARTS));
  }

  private add(parts: number): void {
    this.parts = Math.min(this.full, this.parts + parts);
  }

  private get full(): number {
    return this.settings.tokens * PARTS;
  }
}
