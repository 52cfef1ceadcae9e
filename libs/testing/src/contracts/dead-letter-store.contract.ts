import { randomUUID } from 'node:crypto';
import type { AuditRecord, AuditTrail, CollectedLetter, DeadLetterStore } from '@app/ports';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collectedLetter } from '../builders/dead-letters.js';

/** An empty store with the audit that is written beside it. */
export interface DeadLettersUnderTest {
  readonly store: DeadLetterStore;
  readonly audit: AuditTrail;
  /** Moves a manual clock on, or makes everything that was stored, and every lease, older by so much. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

const LEASE_MS = 5_000;
const DAY_MS = 86_400_000;
const SECOND = 1_000;
const [QUEUE, OTHER_QUEUE] = ['policy-issuance-acme-general', 'policy-issuance-fizzbuzz'];

const auditOf = (rest: Partial<AuditRecord> = {}): AuditRecord => ({
  ...{ at: new Date('2026-11-23T12:00:00.000Z'), actor: 'console', action: 'DEAD_LETTERS_REPLAYED', subject: QUEUE },
  ...{ reason: 'the partner is back', details: { ratePerSecond: 5 } },
  ...rest,
});

/** The obligations of `DeadLetterStore`; every implementation passes all of them. */
export function deadLetterStoreContract(make: () => Promise<DeadLettersUnderTest>): void {
  let under: DeadLettersUnderTest;
  let store: DeadLetterStore;
  beforeEach(async () => {
    under = await make();
    store = under.store;
  });
  afterEach(() => under.close());

  const total = async () => (await store.counts()).reduce((sum, { count }) => sum + count, 0);
  const messageIds = (letters: readonly { readonly messageId: string }[]) => letters.map(({ messageId }) => messageId);
  const lettersOf = async () => (await store.groups({ limit: 10 })).flatMap(({ letters }) => letters);
  const idOf = async ({ messageId }: CollectedLetter) =>
    (await lettersOf()).find((letter) => letter.messageId === messageId)?.id ?? '';

  /** Letters that came one after the other. */
  const collectInTurn = async (...letters: CollectedLetter[]) => {
    for (const letter of letters) {
      await store.collect([letter]);
      await under.pass(SECOND);
    }
    return letters;
  };
  const dueAfter = (replayAfterMs: number, rest: Partial<CollectedLetter> = {}) =>
    collectedLetter({ replayAfterMs, ...rest });

  describe('collecting', () => {
    it('keeps a message as it lay there', async () => {
      const body = '{"a":"\\u0000 “quoted” \\\\ \'"}\n\t✓';
      const letter = collectedLetter({ body, attributes: { type: 'x', 'sqs-dlq-replay-nb': '2' }, replays: 2 });
      await store.collect([letter]);
      const { replayAfterMs: _, ...kept } = letter;
      expect(await lettersOf()).toEqual([
        { ...kept, id: expect.any(String), receivedAt: expect.any(Date), replayAt: null },
      ]);
    });

    it('keeps it once however often and by how many it is collected', async () => {
      const letters = Array.from({ length: 50 }, () => collectedLetter());
      const orders = [letters, letters.toReversed(), [...letters, ...letters], letters.toSorted()];
      await Promise.all(orders.map((order) => store.collect(order)));
      await store.collect(letters);
      expect(await total()).toBe(50);
    });

    it('is fine with nothing', async () => {
      await store.collect([]);
      expect(await store.counts()).toEqual([]);
      expect(await store.groups({ limit: 10 })).toEqual([]);
    });

    it('knows a message for 14 days after it was replayed or discarded', async () => {
      const letters = [dueAfter(0), collectedLetter()] as const;
      await store.collect(letters);
      await store.settle([await idOf(letters[0])]);
      await store.discard(await idOf(letters[1]), auditOf());
      await store.collect(letters);
      await under.pass(14 * DAY_MS - SECOND);
      await store.collect(letters);
      expect(await total()).toBe(0);
      await under.pass(2 * SECOND);
      await store.collect(letters);
      expect(await total()).toBe(2);
    });

    it('keeps what nobody decided on for longer than that', async () => {
      const letter = collectedLetter();
      await store.collect([letter]);
      await under.pass(15 * DAY_MS);
      await store.collect([letter]);
      expect(await total()).toBe(1);
    });
  });

  describe('groups', () => {
    it('have queue and cause in common, and the oldest letters', async () => {
      const [one, two, three] = await collectInTurn(
        collectedLetter({ cause: 'TIMEOUT' }),
        collectedLetter(),
        collectedLetter({ cause: 'TIMEOUT' }),
        collectedLetter({ queue: OTHER_QUEUE }),
      );
      const groups = await store.groups({ limit: 10 });
      expect(groups.map(({ queue, cause, count }) => [queue, cause, count])).toEqual([
        [QUEUE, 'TIMEOUT', 2],
        [QUEUE, 'UNAVAILABLE', 1],
        [OTHER_QUEUE, 'UNAVAILABLE', 1],
      ]);
      const [first] = groups;
      expect(messageIds(first?.letters ?? [])).toEqual(messageIds([one, three].flatMap((letter) => letter ?? [])));
      expect(first?.oldestAt).toEqual(first?.letters[0]?.receivedAt);
      expect(first?.newestAt).toEqual(first?.letters[1]?.receivedAt);
      expect(groups[1]?.letters.map(({ messageId }) => messageId)).toEqual([two?.messageId]);
    });

    it('show twenty letters at most, and count all', async () => {
      await store.collect(Array.from({ length: 25 }, () => collectedLetter()));
      const [group] = await store.groups({ limit: 1 });
      expect([group?.count, group?.letters.length]).toEqual([25, 20]);
    });

    it('are read page by page, of one queue or of all', async () => {
      const queues = [OTHER_QUEUE, QUEUE];
      const causes = ['b', 'A', 'c_1'];
      await store.collect(queues.flatMap((queue) => causes.map((cause) => collectedLetter({ queue, cause }))));
      const namesOf = async (queue?: string) => {
        const names: string[] = [];
        for (let page = await store.groups({ queue, limit: 2 }); page.length > 0; ) {
          names.push(...page.map((group) => `${group.queue} ${group.cause}`));
          page = await store.groups({ queue, limit: 2, after: page.at(-1) });
        }
        return names;
      };
      const sorted = ['A', 'b', 'c_1'];
      expect(await namesOf(OTHER_QUEUE)).toEqual(sorted.map((cause) => `${OTHER_QUEUE} ${cause}`));
      expect(await namesOf()).toEqual(
        [QUEUE, OTHER_QUEUE].flatMap((queue) => sorted.map((cause) => `${queue} ${cause}`)),
      );
    });

    it('are counted by queue, with the oldest letter', async () => {
      await collectInTurn(collectedLetter(), collectedLetter(), collectedLetter({ queue: OTHER_QUEUE }));
      const [oldest] = await lettersOf();
      expect(await store.counts()).toEqual([
        { queue: QUEUE, count: 2, oldestAt: oldest?.receivedAt },
        { queue: OTHER_QUEUE, count: 1, oldestAt: expect.any(Date) },
      ]);
    });
  });

  describe('claims', () => {
    it('are for what is due, the longest due first, up to the limit', async () => {
      const [late, first, never, later] = [dueAfter(3_000), dueAfter(1_000), collectedLetter(), dueAfter(60_000)];
      await store.collect([late, first, never, later]);
      expect(await store.claimDue(10, LEASE_MS)).toEqual([]);
      await under.pass(4_000);
      const [claimed] = await store.claimDue(1, LEASE_MS);
      expect(claimed).toMatchObject({ messageId: first.messageId, body: first.body, replayAt: expect.any(Date) });
      expect(messageIds(await store.claimDue(10, LEASE_MS))).toEqual([late.messageId]);
    });

    it('are leases: what a claimer neither settles nor lives to settle comes back', async () => {
      await store.collect([dueAfter(0)]);
      await under.pass(1);
      const claimed = await store.claimDue(10, LEASE_MS);
      expect(claimed).toHaveLength(1);
      await under.pass(LEASE_MS - SECOND);
      expect(await store.claimDue(10, LEASE_MS)).toEqual([]);
      await under.pass(2 * SECOND);
      expect(messageIds(await store.claimDue(10, LEASE_MS))).toEqual(messageIds(claimed));
    });

    it('end with settling, also twice; unknown ids are fine', async () => {
      await store.collect([dueAfter(0), dueAfter(0)]);
      await under.pass(1);
      const [one] = await store.claimDue(1, LEASE_MS);
      const ids = [one?.id ?? '', randomUUID()];
      await Promise.all([store.settle(ids), store.settle(ids.toReversed())]);
      await store.settle([]);
      await under.pass(LEASE_MS + 1);
      const left = await store.claimDue(10, LEASE_MS);
      expect(left).toHaveLength(1);
      expect(left[0]?.id).not.toBe(one?.id);
      expect(await total()).toBe(1);
    });

    it('never overlap: a thousand letters go to two claimers, each to one', async () => {
      await store.collect(Array.from({ length: 1_000 }, () => dueAfter(0)));
      await under.pass(1);
      const claimer = async () => {
        const claimed = [];
        for (let some = await store.claimDue(37, 60_000); some.length > 0; some = await store.claimDue(37, 60_000)) {
          claimed.push(...some);
        }
        return claimed;
      };
      const [one, other] = await Promise.all([claimer(), claimer()]);
      const rest = await claimer();
      const all = messageIds([...(one ?? []), ...(other ?? []), ...rest]);
      expect(all).toHaveLength(1_000);
      expect(new Set(all).size).toBe(1_000);
    });

    it('tell when the next letter is due, one that is claimed when its claim ends', async () => {
      expect(await store.nextDueAt()).toBeNull();
      await store.collect([collectedLetter(), dueAfter(60_000), dueAfter(90_000)]);
      const replayAt = (await lettersOf()).flatMap((letter) => letter.replayAt ?? []);
      expect(await store.nextDueAt()).toEqual(new Date(Math.min(...replayAt.map((at) => at.getTime()))));
      await store.collect([dueAfter(0)]);
      await under.pass(1);
      const [claimed] = await store.claimDue(1, LEASE_MS);
      const next = (await store.nextDueAt())?.getTime() ?? 0;
      expect(next - (claimed?.replayAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(LEASE_MS);
      expect(next).toBeLessThan(Math.min(...replayAt.map((at) => at.getTime())));
    });
  });

  describe('a replay', () => {
    it('makes the letters of a queue due one after the other at a rate, the oldest first', async () => {
      const letters = await collectInTurn(collectedLetter(), dueAfter(DAY_MS), collectedLetter({ cause: 'TIMEOUT' }));
      await store.collect([collectedLetter({ queue: OTHER_QUEUE })]);
      const { matched, lastAt } = await store.scheduleReplay({ queue: QUEUE }, 0.5, auditOf());
      expect(matched).toBe(3);
      const times = new Map((await lettersOf()).map(({ messageId, replayAt }) => [messageId, replayAt?.getTime()]));
      const [first = 0, ...rest] = letters.map(({ messageId }) => times.get(messageId) ?? 0);
      expect(rest).toEqual([first + 2_000, first + 4_000]);
      expect(lastAt?.getTime()).toBe(rest[1]);
      await under.pass(1);
      expect(messageIds(await store.claimDue(10, LEASE_MS))).toEqual([letters[0]?.messageId]);
      await under.pass(2_000);
      expect(messageIds(await store.claimDue(10, LEASE_MS))).toEqual([letters[1]?.messageId]);
    });

    it('is of one cause where that is said, and so is what it would be', async () => {
      await store.collect([collectedLetter(), collectedLetter(), collectedLetter({ cause: 'TIMEOUT' })]);
      expect(await store.matching({ queue: QUEUE })).toBe(3);
      expect(await store.matching({ queue: QUEUE, cause: 'TIMEOUT' })).toBe(1);
      expect(await store.matching({ queue: OTHER_QUEUE })).toBe(0);
      expect(await store.nextDueAt()).toBeNull();
      expect(await store.scheduleReplay({ queue: QUEUE, cause: 'TIMEOUT' }, 10, auditOf())).toMatchObject({
        matched: 1,
      });
      await under.pass(1);
      expect(await store.claimDue(10, LEASE_MS)).toMatchObject([{ cause: 'TIMEOUT' }]);
    });

    it('leaves a letter to whoever has claimed it', async () => {
      await store.collect([dueAfter(0)]);
      await under.pass(1);
      await store.claimDue(1, LEASE_MS);
      await store.scheduleReplay({ queue: QUEUE }, 10, auditOf());
      await under.pass(1);
      expect(await store.claimDue(1, LEASE_MS)).toEqual([]);
    });

    it('writes the audit, whether or not there was anything', async () => {
      await store.collect([collectedLetter()]);
      await store.scheduleReplay({ queue: QUEUE }, 5, auditOf());
      const nothing = await store.scheduleReplay({ queue: OTHER_QUEUE }, 5, auditOf({ subject: OTHER_QUEUE }));
      expect(nothing).toEqual({ matched: 0, lastAt: null });
      const entries = await under.audit.entries(10);
      expect(entries.map(({ id: _, ...entry }) => entry)).toEqual([
        auditOf({ subject: OTHER_QUEUE, details: { ratePerSecond: 5, matched: 0 } }),
        auditOf({ details: { ratePerSecond: 5, matched: 1 } }),
      ]);
    });
  });

  describe('discarding', () => {
    it('ends one letter, once, and writes the audit with it', async () => {
      const [letter, other] = [dueAfter(0), collectedLetter()];
      await store.collect([letter, other]);
      const id = await idOf(letter);
      const audit = auditOf({ action: 'DEAD_LETTER_DISCARDED', subject: id });
      const discarded = await Promise.all(Array.from({ length: 5 }, () => store.discard(id, audit)));
      expect(discarded.filter((each) => each)).toHaveLength(1);
      expect(await store.discard(randomUUID(), audit)).toBe(false);
      expect(messageIds(await lettersOf())).toEqual([other.messageId]);
      await under.pass(1);
      expect(await store.claimDue(10, LEASE_MS)).toEqual([]);
      expect(await store.matching({ queue: QUEUE })).toBe(1);
      const { queue, cause } = letter;
      const details = { ...audit.details, queue, cause };
      expect((await under.audit.entries(10)).map(({ id: _, ...entry }) => entry)).toEqual([{ ...audit, details }]);
    });
  });
}
