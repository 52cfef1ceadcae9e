import type { IssuanceReply } from '@app/contracts';
import { type Backoff, fullJitterMs } from '@app/domain';
import type { Clock } from '@app/ports';
import { timedOut } from '../http/transport-failure.js';
import { isWorthAsking, timeOf } from '../limits/call-time.js';
import type { NotIssued } from './partner-policies.js';
import { unsaid } from './without-policy.js';

/** What an attempt can do. Neither rejects, and each ends when the signal does. */
export interface IssuanceSteps {
  /** One try. A repeat is the same to the partner: same key, same bytes. */
  issue(signal: AbortSignal): Promise<IssuanceReply>;
  /** Undefined where the partner cannot be asked: the repeat of a try is then the inquiry. */
  readonly inquire: ((signal: AbortSignal) => Promise<IssuanceReply | NotIssued>) | undefined;
}

/** How often and how soon a step that failed is followed by another one. */
export interface Patience extends Backoff {
  /** Steps that fail, in one call. */
  readonly steps: number;
}

export const PATIENCE: Patience = { steps: 4, baseMs: 500, capMs: 4_000 };

export interface AttemptTools {
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly patience: Patience;
}

export interface AttemptOptions {
  readonly inquireFirst: boolean;
  /** Of a `LimitedTime`. */
  readonly signal: AbortSignal;
}

export interface AttemptResult {
  readonly reply: IssuanceReply;
  /** Issue calls and inquiries that were made. */
  readonly steps: number;
}

type Inconclusive = Extract<IssuanceReply, { outcome: 'UNKNOWN' | 'FAILED' }>;

const isInconclusive = (reply: IssuanceReply): reply is Inconclusive =>
  reply.outcome === 'UNKNOWN' || reply.outcome === 'FAILED';

/** A repeat that is the inquiry, too: that we may not call says nothing of what an earlier try has brought. */
const asInquiry = (reply: IssuanceReply): IssuanceReply =>
  reply.outcome === 'REFUSED' && reply.error.category === 'AUTHORIZATION' ? unsaid(reply.error) : reply;

/** One attempt at a policy: tries, and inquiries between them, until somebody knows or time or patience is over. */
class Attempt {
  private steps = 0;
  private failures = 0;
  /** A try of this call may have brought a policy, and nobody has said since whether it did. */
  private isInDoubt = false;
  private mustInquire: boolean;

  constructor(
    private readonly actions: IssuanceSteps,
    private readonly tools: AttemptTools,
    private readonly options: AttemptOptions,
  ) {
    this.mustInquire = options.inquireFirst;
  }

  async run(): Promise<AttemptResult> {
    let last: Inconclusive = { outcome: 'FAILED', error: timedOut() };
    while (isWorthAsking(this.options.signal)) {
      const reply = await this.step();
      if (reply === undefined) continue;
      if (!isInconclusive(reply)) return { reply, steps: this.steps };
      last = reply;
      if (!(await this.goesOnAfter(reply))) break;
    }
    return { reply: this.lastWord(last), steps: this.steps };
  }

  /** What one step brought; undefined when the partner says that there is no policy, and it may be asked for one. */
  private async step(): Promise<IssuanceReply | undefined> {
    this.steps += 1;
    const { inquire } = this.actions;
    if (this.mustInquire && inquire !== undefined) {
      const reply = await inquire(this.options.signal);
      if (reply.outcome !== 'NOT_ISSUED') return reply;
      this.isInDoubt = false;
      this.mustInquire = false;
      return undefined;
    }
    const reply = await this.actions.issue(this.options.signal);
    if (reply.outcome === 'UNKNOWN') {
      this.isInDoubt = true;
      this.mustInquire = true;
    }
    return this.mustInquire ? asInquiry(reply) : reply;
  }

  /** Waits for the next step, where there is to be one. */
  private async goesOnAfter({ outcome, error }: Inconclusive): Promise<boolean> {
    this.failures += 1;
    const { clock, random, patience } = this.tools;
    if (outcome === 'FAILED' && !error.retryable) return false;
    if (this.failures >= patience.steps) return false;
    const waitMs = Math.max(fullJitterMs(patience, this.failures, random), error.retryAfterMs ?? 0);
    const leftMs = timeOf(this.options.signal)?.leftMs() ?? 0;
    if (waitMs >= leftMs) return false;
    await clock.sleep(waitMs, this.options.signal);
    return true;
  }

  /** "Surely not taken" may not be said while an earlier try may have been. */
  private lastWord({ outcome, error }: Inconclusive): IssuanceReply {
    const counted = { ...error, attempts: this.steps };
    return { outcome: this.isInDoubt ? 'UNKNOWN' : outcome, error: counted };
  }
}

/**
 * One attempt at a policy. No step follows one that left the outcome open but an inquiry, where the partner can be
 * asked; a `FAILED` reply says that nothing this call did can have brought a policy.
 */
export const attemptIssuance = (
  steps: IssuanceSteps,
  tools: AttemptTools,
  options: AttemptOptions,
): Promise<AttemptResult> => new Attempt(steps, tools, options).run();
