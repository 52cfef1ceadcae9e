import { describe, expect, it } from '@jest/globals';
import { outboxMessage } from '../builders/outbox-messages.js';
import { quotedAnswer } from '../builders/partner-answers.js';
import { eventually } from '../eventually.js';
import { LEASE_MS, RUNNING, type Suite } from './suite.js';

export const outboxSuite = (suite: Suite): void =>
  describe('the outbox', () => {
    const pause = () => suite.under.pass(LEASE_MS / 10);

    /** What can be claimed once the present claims have ended. */
    const claimWhenFree = (limit: number) =>
      eventually(
        async () => {
          const claimed = await suite.outbox.claim(limit);
          expect(claimed).not.toEqual([]);
          return claimed;
        },
        { pause },
      );

    it('leaves messages to the process that stored them, for a while', async () => {
      const messages = [outboxMessage(), outboxMessage(), outboxMessage()];
      await suite.accept(RUNNING, { messages });
      expect(await suite.outbox.claim(10)).toEqual([]);
      expect(await claimWhenFree(10)).toEqual(messages);
    });

    it('hands out the oldest first, up to the limit', async () => {
      const messages = [outboxMessage(), outboxMessage(), outboxMessage()];
      await suite.accept(RUNNING, { messages });
      expect(await claimWhenFree(2)).toEqual(messages.slice(0, 2));
      expect(await suite.outbox.claim(2)).toEqual(messages.slice(2));
    });

    it('never hands a message to two claimers at once', async () => {
      const messages = Array.from({ length: 40 }, () => outboxMessage());
      await suite.accept(RUNNING, { messages });
      const [first] = await claimWhenFree(1);
      const claims = await Promise.all(Array.from({ length: 8 }, () => suite.outbox.claim(5)));
      const ids = [first, ...claims.flat()].map((message) => message?.id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('gives back what a claimer neither published nor lives to publish', async () => {
      const message = outboxMessage();
      await suite.accept(RUNNING, { messages: [message] });
      expect(await claimWhenFree(1)).toEqual([message]);
      expect(await suite.outbox.claim(1)).toEqual([]);
      expect(await claimWhenFree(1)).toEqual([message]);
    });

    it('forgets what was published, also twice, and minds no unknown id', async () => {
      const [published, waiting] = [outboxMessage(), outboxMessage()];
      await suite.accept(RUNNING, { messages: [published, waiting] });
      await suite.outbox.remove([published.id, outboxMessage().id]);
      await suite.outbox.remove([published.id]);
      await suite.outbox.remove([]);
      expect(await claimWhenFree(10)).toEqual([waiting]);
    });

    it('holds the messages of a change together with it', async () => {
      const requestId = await suite.accept(RUNNING);
      await suite.store.record([quotedAnswer({ requestId, partner: 'acme-general' })]);
      expect(await claimWhenFree(10)).toEqual(suite.observer.messages);
    });
  });
