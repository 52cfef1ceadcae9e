import { describe, expect, it } from '@jest/globals';
import { outboxMessage } from '../builders/outbox-messages.js';
import { progressOf } from './store-under-test.js';
import { OVERDUE, RUNNING, type Suite } from './suite.js';

const UNKNOWN_ID = '01980000-0000-7000-8000-000000000000';

export const acceptingSuite = (suite: Suite): void =>
  describe('accepting and reading', () => {
    it('returns what a later read returns', async () => {
      const prepared = await suite.prepare(RUNNING);
      const accepted = progressOf(await suite.store.accept(prepared));
      expect(accepted).toMatchObject({ id: prepared.request.requestId, clientId: 'client-one', version: 1 });
      expect(accepted.rows.map((row) => [row.partner, row.status])).toEqual([
        ['acme-general', 'PENDING'],
        ['cogwheel-direct', 'PENDING'],
      ]);
      expect(await suite.store.read(accepted.id)).toEqual(accepted);
    });

    it('knows nothing of an id that was never accepted', async () => {
      expect(await suite.store.read(UNKNOWN_ID)).toBeUndefined();
    });

    it('tells the observer of the request and of its messages', async () => {
      const messages = [outboxMessage(), outboxMessage()];
      const id = await suite.accept(RUNNING, { messages });
      expect(suite.observer.changes.map((progress) => [progress.id, progress.version])).toEqual([[id, 1]]);
      expect(suite.observer.messages).toEqual(messages);
    });

    it('stores nothing of a request when one of its messages cannot be stored', async () => {
      const taken = outboxMessage();
      await suite.accept(RUNNING, { messages: [taken] });
      const second = await suite.prepare(RUNNING, { messages: [outboxMessage(), taken] });
      await expect(suite.store.accept(second)).rejects.toThrow();
      expect(await suite.store.read(second.request.requestId)).toBeUndefined();
      expect(suite.observer.messages).toEqual([taken]);
    });

    it('completes a request at once when no partner is left to wait for', async () => {
      const prepared = await suite.prepare(RUNNING, { partners: ['a'] });
      const rows = prepared.rows.map((row) => ({ ...row, status: 'FAILED' as const }));
      const { requestId, createdAt } = prepared.request;
      const accepted = progressOf(await suite.store.accept({ ...prepared, rows }));
      expect(accepted).toMatchObject({ completedAt: createdAt, version: 2, rows: [{ version: 1 }] });
      expect(await suite.store.read(requestId)).toEqual(accepted);
    });

    it('shows a request complete once its deadline has passed, whether or not anything ran then', async () => {
      const prepared = await suite.prepare(OVERDUE);
      await suite.store.accept(prepared);
      const { answerDeadline, requestId } = prepared.request;
      const read = await suite.store.read(requestId);
      expect(read).toMatchObject({ completedAt: answerDeadline, version: 4 });
      expect(read?.rows).toMatchObject([
        { status: 'TIMED_OUT', version: 2, finishedAt: answerDeadline },
        { status: 'TIMED_OUT', version: 3, finishedAt: answerDeadline },
      ]);
      expect(await suite.store.read(requestId)).toEqual(read);
    });

    it('stores the completion once, however many readers find it', async () => {
      const id = await suite.accept(OVERDUE);
      const reads = await Promise.all(Array.from({ length: 10 }, () => suite.store.read(id)));
      expect(new Set(reads.map((progress) => progress?.version))).toEqual(new Set([4]));
      expect(suite.observer.messages.map((message) => message.body)).toEqual([
        'acme-general TIMED_OUT 2',
        'cogwheel-direct TIMED_OUT 3',
        'completed 4',
      ]);
    });
  });
