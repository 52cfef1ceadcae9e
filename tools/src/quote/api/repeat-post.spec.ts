import { describe, expect, it } from '@jest/globals';
import { problemOf } from '../testing/fake-quote-api.js';
import { ApiError, type ApiFailure } from './api-error.js';
import { repeatPost } from './repeat-post.js';

const refusal = (status: number, code: string): ApiFailure => ({
  kind: 'REFUSED',
  status,
  problem: problemOf(status, code),
});

/** Posts that fail like this, one after the other, and then work. */
async function postsAfter(failures: readonly (ApiFailure | Error)[]) {
  const left = [...failures];
  const pauses: number[] = [];
  const post = async (): Promise<string> => {
    const failure = left.shift();
    if (failure === undefined) return 'answered';
    throw failure instanceof Error ? failure : new ApiError('http://api', failure);
  };
  const outcome = await repeatPost(post, async (ms) => pauses.push(ms)).catch((error: unknown) => error);
  return { outcome, pauses };
}

const UNREACHABLE: ApiFailure = { kind: 'UNREACHABLE', code: 'ECONNRESET' };

describe('a post under an idempotency key', () => {
  it('is repeated with longer and longer pauses until it is answered for good', async () => {
    const failures = [UNREACHABLE, { kind: 'SILENT', seconds: 30 } as const, refusal(503, 'overloaded')];
    expect(await postsAfter([...failures, refusal(409, 'idempotency-in-progress')])).toEqual({
      outcome: 'answered',
      pauses: [500, 1_000, 2_000, 4_000],
    });
  });

  it('is given up after five times', async () => {
    const { outcome, pauses } = await postsAfter(Array.from({ length: 5 }, () => UNREACHABLE));
    expect([outcome, pauses.length]).toEqual([expect.any(ApiError), 4]);
  });

  it.each([
    ['a refusal', refusal(409, 'offer-expired')],
    ['an answer that nobody can read', { kind: 'UNREADABLE', detail: 'x' } as const],
    ['an end of the command', new Error('enough')],
  ])('is not repeated after %s', async (_, failure) => {
    const { outcome, pauses } = await postsAfter([failure]);
    expect([outcome, pauses]).toEqual([expect.any(Error), []]);
  });
});
