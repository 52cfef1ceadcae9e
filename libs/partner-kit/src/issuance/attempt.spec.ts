import type { IssuanceReply } from '@app/contracts';
import type { CanonicalError } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { failure } from '../errors/canonical-failure.js';
import { timedOut } from '../http/transport-failure.js';
import { type AttemptPlan, runAttempt } from '../testing/run-attempt.js';
import type { NotIssued } from './partner-policies.js';

type Said = IssuanceReply | NotIssued;

const busy = (retryAfterMs?: number): CanonicalError =>
  failure('UNAVAILABLE', 'answered 503', { retryable: true, retryAfterMs });

const ISSUED: Said = { outcome: 'ISSUED', policyNumber: 'P-1', documents: [] };
const PENDING: Said = { outcome: 'PENDING' };
const REFUSED: Said = { outcome: 'REFUSED', error: failure('QUOTE_EXPIRED', 'answered 410') };
const LOST: Said = { outcome: 'UNKNOWN', error: timedOut() };
const BUSY: Said = { outcome: 'FAILED', error: busy() };
const NO_ACCESS: Said = { outcome: 'FAILED', error: failure('AUTHENTICATION', 'answered 401') };
const NOT_ISSUED: Said = { outcome: 'NOT_ISSUED' };

interface Script extends Omit<AttemptPlan, 'steps'> {
  /** Answers to issue calls, in turn. */
  readonly issue?: readonly Said[];
  /** Answers to inquiries, in turn; without them the partner cannot be asked. */
  readonly inquire?: readonly Said[];
}

/** What an attempt did against a partner that says these things, and what came of it. */
async function attempt({ issue = [], inquire, ...plan }: Script) {
  const did: string[] = [];
  const waits: number[] = [];
  const say = (what: string, says: Said[]) => {
    did.push(what);
    const next = says.shift();
    if (next === undefined) throw new Error(`more to ${what} than the script has`);
    return next;
  };
  const [toIssue, toInquire] = [[...issue], inquire && [...inquire]];
  const result = await runAttempt({
    ...plan,
    steps: (clock) => {
      const sleep = clock.sleep.bind(clock);
      clock.sleep = (ms, signal) => {
        waits.push(ms);
        return sleep(ms, signal);
      };
      return {
        issue: async () => say('issue', toIssue) as IssuanceReply,
        inquire: toInquire && (async () => say('inquire', toInquire)),
      };
    },
  });
  // The first one is the time limit of the call itself, which was asleep before.
  return { did: did.join(' '), waits, ...result };
}

describe('one attempt at a policy', () => {
  it.each([
    ['a policy', ISSUED],
    ['that it is being made', PENDING],
    ['a refusal', REFUSED],
    ['that we may not, which no repeat mends', NO_ACCESS],
  ])('ends with the first try that brings %s', async (_what, said) => {
    const { did, reply } = await attempt({ issue: [said], inquire: [] });
    expect(did).toBe('issue');
    expect(reply).toEqual(said);
  });

  describe('where the repeat is the inquiry', () => {
    const FORBIDDEN: Said = { outcome: 'REFUSED', error: failure('AUTHORIZATION', 'answered 403') };

    it.each([
      ['after a lost answer', { issue: [LOST, FORBIDDEN] }, 'UNKNOWN'],
      ['of a later attempt', { issue: [FORBIDDEN], inquireFirst: true }, 'FAILED'],
    ])('takes that we may not call %s for no word about the policy', async (_what, script, outcome) => {
      const { reply } = await attempt(script);
      expect(reply).toMatchObject({ outcome, error: { category: 'AUTHORIZATION' } });
    });

    it('believes it of a first try', async () => {
      expect((await attempt({ issue: [FORBIDDEN] })).reply).toEqual(FORBIDDEN);
    });
  });

  it('repeats a try that was surely not taken', async () => {
    const { did, reply, steps } = await attempt({ issue: [BUSY, BUSY, ISSUED], inquire: [] });
    expect([did, steps]).toEqual(['issue issue issue', 3]);
    expect(reply).toEqual(ISSUED);
  });

  it('inquires after a try whose answer was lost, and adopts what was made', async () => {
    const { did, reply } = await attempt({ issue: [LOST], inquire: [ISSUED] });
    expect(did).toBe('issue inquire');
    expect(reply).toEqual(ISSUED);
  });

  it('tries again when the inquiry says that nothing was issued', async () => {
    const { did, reply } = await attempt({ issue: [LOST, ISSUED], inquire: [NOT_ISSUED] });
    expect(did).toBe('issue inquire issue');
    expect(reply).toEqual(ISSUED);
  });

  it('never tries again while the inquiry has not spoken', async () => {
    const { did, reply } = await attempt({ issue: [LOST], inquire: [BUSY, LOST, BUSY] });
    expect(did).toBe('issue inquire inquire inquire');
    expect(reply).toMatchObject({ outcome: 'UNKNOWN', error: { category: 'UNAVAILABLE' } });
  });

  it('repeats the try itself where the partner cannot be asked', async () => {
    const { did, reply } = await attempt({ issue: [LOST, ISSUED] });
    expect(did).toBe('issue issue');
    expect(reply).toEqual(ISSUED);
  });

  it('asks first when it may have reached the partner before', async () => {
    const inquired = await attempt({ inquireFirst: true, inquire: [ISSUED] });
    expect(inquired.did).toBe('inquire');
    const issued = await attempt({ inquireFirst: true, inquire: [BUSY, NOT_ISSUED], issue: [ISSUED] });
    expect(issued.did).toBe('inquire inquire issue');
    const without = await attempt({ inquireFirst: true, issue: [ISSUED] });
    expect(without.did).toBe('issue');
  });

  it.each([
    ['a failure', BUSY],
    ['a refusal of our credentials', NO_ACCESS],
  ])('says UNKNOWN when %s follows on a lost answer', async (_what, said) => {
    const patience = { steps: 2, baseMs: 0, capMs: 0 };
    const { reply } = await attempt({ issue: [LOST, said], patience });
    expect(reply).toMatchObject({
      outcome: 'UNKNOWN',
      error: { category: 'error' in said ? said.error.category : '' },
    });
  });

  it('says FAILED when a failure follows on an inquiry that found nothing', async () => {
    const { reply } = await attempt({ issue: [LOST, NO_ACCESS], inquire: [NOT_ISSUED] });
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'AUTHENTICATION' } });
  });

  it('says FAILED of an attempt that has sent nothing itself, though an earlier one may have', async () => {
    const { reply } = await attempt({ inquireFirst: true, inquire: [BUSY, BUSY, BUSY, BUSY] });
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { attempts: 4 } });
  });

  it('gives up after four steps that failed', async () => {
    const { did, reply } = await attempt({ issue: [BUSY, BUSY, BUSY, BUSY] });
    expect(did).toBe('issue issue issue issue');
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'UNAVAILABLE', attempts: 4 } });
  });

  it('waits somewhere below half a second, doubled each time', async () => {
    const { waits } = await attempt({ issue: [BUSY, BUSY, BUSY, ISSUED], random: () => 0.9 });
    expect(waits).toEqual([450, 900, 1_800]);
  });

  it('never waits longer than four seconds of its own accord', async () => {
    const patience = { steps: 6, baseMs: 500, capMs: 4_000 };
    const { waits } = await attempt({ issue: [BUSY, BUSY, BUSY, BUSY, BUSY, ISSUED], random: () => 1, patience });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
  });

  it('comes back no earlier than the partner wishes', async () => {
    const { waits } = await attempt({ issue: [{ outcome: 'FAILED', error: busy(7_000) }, ISSUED] });
    expect(waits).toEqual([7_000]);
  });

  it('returns at once what there is when that is too late', async () => {
    const late: Said = { outcome: 'FAILED', error: busy(7_000) };
    const { did, reply, endedAtMs } = await attempt({ issue: [late], withinMs: 7_000 });
    expect([did, endedAtMs]).toEqual(['issue', 0]);
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { retryAfterMs: 7_000 } });
  });

  it('waits no longer when its caller has gone', async () => {
    const caller = new AbortController();
    const leaves = () => {
      caller.abort();
      return 0.9;
    };
    const { did, endedAtMs } = await attempt({ issue: [BUSY], random: leaves, caller: caller.signal });
    expect([did, endedAtMs]).toEqual(['issue', 0]);
  });

  it('does nothing where its time was over before it began', async () => {
    const { did, reply, steps } = await attempt({ withinMs: 0 });
    expect([did, steps]).toEqual(['', 0]);
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category: 'TIMEOUT', retryable: true } });
  });
});
