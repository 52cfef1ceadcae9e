import { ok, type Result, refused } from '@app/domain';
import type { CallLimiter, CallLimits, CallToAdmit, Clock, Lease, NotNow } from '@app/ports';

/** The limits of a partner as this process alone knows them. */
export class InProcessCallLimiter implements CallLimiter {
  /** When each request was admitted, oldest first. */
  private readonly starts: number[] = [];
  /** When each open session ends by itself. */
  private readonly sessions = new Map<object, number>();

  constructor(
    private readonly limits: CallLimits,
    private readonly clock: Clock,
  ) {}

  async acquire(call: CallToAdmit): Promise<Result<Lease, NotNow>> {
    const refusal = this.refusal(call.requests);
    return refusal === undefined ? ok(this.admit(call)) : refused(refusal);
  }

  /** Why that many requests could not start now; undefined when they could. */
  refusal(requests: number): NotNow | undefined {
    const now = this.now();
    const untilRate = this.untilRateAllows(requests, now);
    if (untilRate > 0) return { full: 'RATE', retryAfterMs: untilRate };
    const untilSession = this.untilSessionEnds(now);
    return untilSession > 0 ? { full: 'SESSIONS', retryAfterMs: untilSession } : undefined;
  }

  /** Counts a call whatever the limits say: it starts in any case. */
  admit({ requests, holdMs }: CallToAdmit): Lease {
    const now = this.now();
    if (this.limits.rateLimit !== null) this.starts.push(...Array<number>(requests).fill(now));
    const session = {};
    if (this.limits.sessions !== null) this.sessions.set(session, now + holdMs);
    return { release: () => void this.sessions.delete(session) };
  }

  private untilRateAllows(requests: number, now: number): number {
    const { rateLimit } = this.limits;
    if (rateLimit === null) return 0;
    const running = this.starts.findIndex((start) => start > now - rateLimit.windowMs);
    this.starts.splice(0, running === -1 ? this.starts.length : running);
    // A batch that is larger than the limit waits for an empty window.
    const mustLeave = this.starts.length + Math.min(requests, rateLimit.requests) - rateLimit.requests;
    const last = requests === 0 ? undefined : this.starts[mustLeave - 1];
    return last === undefined ? 0 : last + rateLimit.windowMs - now;
  }

  private untilSessionEnds(now: number): number {
    for (const [session, endsAt] of this.sessions) if (endsAt <= now) this.sessions.delete(session);
    if (this.limits.sessions === null || this.sessions.size < this.limits.sessions) return 0;
    return Math.min(...this.sessions.values()) - now;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
