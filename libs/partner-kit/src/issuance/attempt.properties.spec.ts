import type { IssuanceReply } from '@app/contracts';
import type { ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { failure } from '../errors/canonical-failure.js';
import { timedOut } from '../http/transport-failure.js';
import { runAttempt } from '../testing/run-attempt.js';
import { type IssuanceSteps, PATIENCE } from './attempt.js';
import type { NotIssued } from './partner-policies.js';

/** What the partner does with one call, and what we hear of it. */
interface Behaviour {
  /** It does what it is asked; else it is away, before it has done anything. */
  readonly isThere: boolean;
  /** Its answer comes back. */
  readonly answers: boolean;
  readonly takesMs: number;
  /** How it says that it is away. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
}

/** What it makes of the quote, where it has not issued it already. */
type Decision = 'ISSUES' | 'REFUSES';

/** A partner with one policy at most that does as its script says; when that ends, it is there and answers. */
class ScriptedPartner implements IssuanceSteps {
  hasIssued = false;
  failures = 0;
  /** Issue calls that came though an earlier one may have been taken, and nobody had asked. */
  readonly blindCalls: number[] = [];
  private isInDoubt: boolean;
  private calls = 0;

  constructor(
    private readonly script: readonly Behaviour[],
    private readonly decision: Decision,
    readonly options: { readonly canBeAsked: boolean; readonly inquireFirst: boolean },
    private readonly clock: ManualClock,
  ) {
    this.isInDoubt = options.inquireFirst;
  }

  get inquire(): ((signal: AbortSignal) => Promise<IssuanceReply | NotIssued>) | undefined {
    return this.options.canBeAsked ? (signal) => this.answerInquiry(signal) : undefined;
  }

  async issue(signal: AbortSignal): Promise<IssuanceReply> {
    if (this.isInDoubt) this.blindCalls.push(this.calls);
    const reply = await this.does(signal, () => {
      if (this.decision === 'ISSUES') this.hasIssued = true;
    });
    this.isInDoubt = reply.outcome === 'UNKNOWN';
    return reply;
  }

  private async answerInquiry(signal: AbortSignal): Promise<IssuanceReply | NotIssued> {
    const reply = await this.does(signal, () => undefined);
    const hasSpoken = reply.outcome === 'ISSUED' || reply.outcome === 'REFUSED';
    if (hasSpoken) this.isInDoubt = false;
    return hasSpoken && !this.hasIssued ? { outcome: 'NOT_ISSUED' } : reply;
  }

  private async does(signal: AbortSignal, effect: () => void): Promise<IssuanceReply> {
    const there: Behaviour = { isThere: true, answers: true, takesMs: 10, retryable: true, retryAfterMs: undefined };
    const { isThere, answers, takesMs, retryable, retryAfterMs } = this.script[this.calls] ?? there;
    this.calls += 1;
    if (isThere) effect();
    await this.clock.sleep(takesMs, signal);
    if (!isThere || !answers || signal.aborted) this.failures += 1;
    if (!answers || signal.aborted) return { outcome: 'UNKNOWN', error: timedOut() };
    if (!isThere) return { outcome: 'FAILED', error: failure('UNAVAILABLE', 'away', { retryable, retryAfterMs }) };
    return this.hasIssued
      ? { outcome: 'ISSUED', policyNumber: 'P-1', documents: [] }
      : { outcome: 'REFUSED', error: failure('UNDERWRITING', 'no') };
  }
}

const behaviours = fc.array(
  fc.record<Behaviour>({
    isThere: fc.boolean(),
    answers: fc.boolean(),
    takesMs: fc.integer({ min: 0, max: 9_000 }),
    retryable: fc.boolean(),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined }),
  }),
  { maxLength: 8 },
);

const cases = fc.record({
  script: behaviours,
  decision: fc.constantFrom<Decision>('ISSUES', 'REFUSES'),
  canBeAsked: fc.boolean(),
  inquireFirst: fc.boolean(),
  withinMs: fc.integer({ min: 0, max: 20_000 }),
  randoms: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 4 }),
});

type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

async function play({ script, decision, canBeAsked, inquireFirst, withinMs, randoms }: Case) {
  let partner: ScriptedPartner | undefined;
  let drawn = 0;
  const result = await runAttempt({
    steps: (clock) => {
      partner = new ScriptedPartner(script, decision, { canBeAsked, inquireFirst }, clock);
      return partner;
    },
    inquireFirst,
    withinMs,
    random: () => randoms[drawn++ % randoms.length] ?? 0,
  });
  if (partner === undefined) throw new Error('an attempt has a partner');
  return { ...result, partner };
}

const holds = (property: (played: Awaited<ReturnType<typeof play>>, given: Case) => void) =>
  fc.assert(
    fc.asyncProperty(cases, async (given) => property(await play(given), given)),
    { numRuns: 300 },
  );

describe('an attempt against a partner that loses answers, is away and is late', () => {
  it('never tries a second time unasked after an open try, where the partner can be asked', () =>
    holds(({ partner }) => {
      if (partner.options.canBeAsked) expect(partner.blindCalls).toEqual([]);
    }));

  it('never says that nothing was taken when a policy was made', () =>
    holds(({ reply, partner }) => {
      if (partner.hasIssued) expect(['ISSUED', 'UNKNOWN']).toContain(reply.outcome);
      else expect(reply.outcome).not.toBe('ISSUED');
    }));

  it('ends within its time', () =>
    holds(({ endedAtMs }, { withinMs }) => {
      // Time passes in ticks, and the last one may go over the end.
      expect(endedAtMs).toBeLessThan(withinMs + 50);
    }));

  it('makes four steps that fail at most', () =>
    holds(({ partner }) => {
      expect(partner.failures).toBeLessThanOrEqual(PATIENCE.steps);
    }));
});
