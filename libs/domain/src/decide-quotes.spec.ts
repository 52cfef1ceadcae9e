import { describe, expect, it } from '@jest/globals';
import { changeQuote, type QuoteKeeping, recordAnswers } from './decide-quotes.js';
import type { PartnerAnswer } from './partner-answer.js';
import { changeByWithdrawal } from './quote-change.js';
import { pendingRow, type QuoteProgress, recordAnswer } from './quote-progress.js';

const NOW = new Date('2026-11-23T10:00:01.000Z');
const ID = '01989d1a-0000-7000-8000-000000000000';

const running: QuoteProgress = {
  id: ID,
  productLine: 'motor-four-wheeler',
  clientId: 'somebody',
  createdAt: '2026-11-23T10:00:00.000Z',
  answerDeadline: '2026-11-23T10:00:20.000Z',
  acceptLateUntil: '2026-11-23T10:05:00.000Z',
  completedAt: null,
  consentWithdrawnAt: null,
  version: 1,
  rows: ['a', 'b'].map((partner) => pendingRow(partner, 1)),
};

const answer = (partner: string, requestId = ID): PartnerAnswer => ({
  requestId,
  partner,
  answerId: 'ans',
  status: 'DECLINED',
  partial: false,
  attempts: 1,
  startedAt: running.createdAt,
  finishedAt: running.createdAt,
  error: null,
  declines: [],
  offers: [],
});

/** A store of one request; before the first change is kept, somebody else may change it. */
function storeWith(inBetween?: (stored: QuoteProgress) => QuoteProgress) {
  let stored = running;
  let others = inBetween;
  const loads: (readonly string[])[] = [];
  const keeping: QuoteKeeping<string> = {
    describe: (_, after) => [`version ${after.version}`],
    async load(ids) {
      loads.push(ids);
      return { now: NOW, requests: new Map(ids.filter((id) => id === ID).map((id) => [id, stored])) };
    },
    async keep(changes) {
      if (others !== undefined) stored = others(stored);
      others = undefined;
      const kept = changes.filter(({ before }) => before === stored);
      for (const { after } of kept) stored = after;
      return kept;
    },
  };
  return { keeping, loads, stored: () => stored };
}

describe('deciding on stored requests', () => {
  it('gives results in the order of the answers, in one round trip', async () => {
    const store = storeWith();
    const answers = [answer('b'), answer('z'), answer('b'), answer('a', 'nobody knows it'), answer('a')];
    const results = await recordAnswers(answers, store.keeping);
    expect(results).toEqual(['STORED', 'UNKNOWN_REQUEST', 'DUPLICATE', 'UNKNOWN_REQUEST', 'STORED']);
    expect(store.loads).toHaveLength(1);
    expect(store.stored()).toMatchObject({ version: 4, completedAt: NOW.toISOString() });
  });

  it('decides again on what somebody else changed meanwhile', async () => {
    const store = storeWith((stored) => recordAnswer(stored, answer('a'), NOW).progress);
    expect(await recordAnswers([answer('a'), answer('b')], store.keeping)).toEqual(['DUPLICATE', 'STORED']);
    expect(store.loads).toHaveLength(2);
  });

  it('changes one request until that is kept, and returns it', async () => {
    const store = storeWith((stored) => recordAnswer(stored, answer('a'), NOW).progress);
    const changed = await changeQuote(ID, changeByWithdrawal, store.keeping);
    expect(changed).toBe(store.stored());
    expect(changed?.rows.map(({ version }) => version)).toEqual([2, 3]);
  });

  it('knows nothing of what is not stored', async () => {
    expect(await changeQuote('nobody knows it', changeByWithdrawal, storeWith().keeping)).toBeUndefined();
  });
});
