import { fullJitterMs } from '@app/domain';
import type { Clock, IssuanceCallback } from '@app/ports';

export interface BusinessAvailabilityParts {
  readonly issuanceCallback: Pick<IssuanceCallback, 'isWanted'>;
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

const BACKOFF = { baseMs: 1_000, capMs: 30_000 };
/** Nobody has applied under this id. */
const NOBODYS_APPLICATION = '00000000-0000-0000-0000-000000000000';

/**
 * Whether the business service is there for messages about policies. Once one of them found that it is not, none makes
 * sense until it answers a question again. That question is about no message: each receive would bring one nearer to the
 * dead-letter queue, and where only one waits, that one every time. Then one at a time makes sense, until one was seen
 * to: a service that answers questions may still take nothing.
 */
export class BusinessAvailability {
  private readonly listeners: (() => void)[] = [];
  /** In a row. */
  private failures = 0;
  /** When to ask it next, in epoch milliseconds; null unless it is away. */
  private askAt: number | null = null;
  private isAsking = false;
  /** Raised by whatever messages find out: what was asked before that says nothing any more. */
  private findings = 0;

  constructor(private readonly parts: BusinessAvailabilityParts) {}

  get isAway(): boolean {
    return this.askAt !== null;
  }

  /** Most messages of one partner that make sense at once now; `Infinity`: any number. */
  get usefulMessages(): number {
    if (this.isAway) return 0;
    return this.failures === 0 ? Number.POSITIVE_INFINITY : 1;
  }

  /** `listener` is told when another number of messages makes sense. */
  whenChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** It did not answer for a message, or did not take what came of it. */
  failed(): void {
    // Many may find out at once.
    if (this.isAway) return;
    this.failures += 1;
    this.findings += 1;
    this.askAt = this.nextAskAt(this.failures);
    this.changed();
  }

  /** It took what came of a message. */
  answered(): void {
    if (this.usefulMessages === Number.POSITIVE_INFINITY) return;
    this.failures = 0;
    this.findings += 1;
    this.askAt = null;
    this.changed();
  }

  /**
   * Waits while it is away until it is time to ask, sees to it that somebody does, and resolves: before there is an
   * answer, and sooner at the signal. Any number may wait; it is asked once.
   */
  async untilAsked(signal: AbortSignal): Promise<void> {
    const { clock } = this.parts;
    const leftMs = (this.askAt ?? 0) - clock.now().getTime();
    await clock.sleep(Math.max(1, leftMs), signal);
    const isDue = this.askAt !== null && this.askAt <= clock.now().getTime();
    if (signal.aborted || !isDue) return;
    this.askAt = this.nextAskAt(this.failures + 1);
    if (!this.isAsking) void this.ask(this.findings);
  }

  private async ask(findings: number): Promise<void> {
    this.isAsking = true;
    const isThere = await this.parts.issuanceCallback.isWanted(NOBODYS_APPLICATION, 1).then(
      () => true,
      () => false,
    );
    this.isAsking = false;
    if (findings !== this.findings) return;
    if (!isThere) {
      this.failures += 1;
      return;
    }
    this.askAt = null;
    this.changed();
  }

  /** Between half of the time and all of it, so that replicas do not ask together. */
  private nextAskAt(failures: number): number {
    const { clock, random } = this.parts;
    return clock.now().getTime() + fullJitterMs(BACKOFF, failures, () => (1 + random()) / 2);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
