import type { Result } from '@app/domain';
import { ok, refused } from '@app/domain';
import type { CallLimiter, CallToAdmit, Clock, Lease, NotNow } from '@app/ports';
import type { InProcessCallLimiter } from './in-process-call-limiter.js';

export interface FallbackParts {
  /** The limits as all replicas share them. */
  readonly shared: CallLimiter;
  /** The same limits, kept by this replica alone. */
  readonly own: InProcessCallLimiter;
  readonly clock: Clock;
  /** Told once when the shared limiter goes, and once when it is back. */
  readonly onChange: (shared: 'LOST' | 'BACK', error?: unknown) => void;
}

/** While the shared limiter is away it is asked again this often, so that no call pays for finding it silent. */
const ASK_AGAIN_MS = 1_000;

const both = (one: Lease, other: Lease): Lease => ({
  release() {
    one.release();
    other.release();
  },
});

/**
 * Limits shared by all replicas, and by this one alone while the shared limiter cannot be reached. It returns by itself.
 * Every call is counted here too: what the limits of all allow, those of one replica allow as well, so that losing or
 * regaining the shared limiter within a window gives this replica no second window.
 */
export class FallbackCallLimiter implements CallLimiter {
  private lost = false;
  private askAgainAt = 0;

  constructor(private readonly parts: FallbackParts) {}

  async acquire(call: CallToAdmit): Promise<Result<Lease, NotNow>> {
    const { own } = this.parts;
    const refusal = own.refusal(call.requests);
    if (refusal !== undefined) return refused(refusal);
    const shared = this.isAsked() ? await this.askShared(call) : undefined;
    if (shared === undefined) return own.acquire(call);
    return shared.ok ? ok(both(shared.value, own.admit(call))) : shared;
  }

  private isAsked(): boolean {
    return this.now() >= this.askAgainAt;
  }

  private async askShared(call: CallToAdmit): Promise<Result<Lease, NotNow> | undefined> {
    try {
      const answer = await this.parts.shared.acquire(call);
      this.found();
      return answer;
    } catch (error) {
      this.missed(error);
      return undefined;
    }
  }

  private found(): void {
    if (!this.lost) return;
    this.lost = false;
    this.parts.onChange('BACK');
  }

  private missed(error: unknown): void {
    this.askAgainAt = this.now() + ASK_AGAIN_MS;
    if (this.lost) return;
    this.lost = true;
    this.parts.onChange('LOST', error);
  }

  private now(): number {
    return this.parts.clock.now().getTime();
  }
}
