import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { applicationContentOf, applicationOf, newApplicationOf } from '../builders/applications.js';
import { outboxMessage } from '../builders/outbox-messages.js';
import { LEASE_MS, rejected, type Suite } from './suite.js';

export const submittingSuite = (suite: Suite): void =>
  describe('submitting', () => {
    it('stores the application and what it asks for, exactly as they are', async () => {
      const content = applicationContentOf();
      const fault = { category: 'TIMEOUT' as const, partnerCode: null, messageForOps: 'naïve “text” \\ \n ' };
      const application = await suite.submit({ fault, planCode: '' }, { content });
      const loaded = await suite.store.load(application.id);
      expect(loaded?.application).toEqual(application);
      const now = (await suite.under.now()).getTime();
      expect(Math.abs((loaded?.now.getTime() ?? 0) - now)).toBeLessThan(60_000);
      expect(await suite.store.content(application.id)).toEqual(content);
    });

    it('is unknown where it never happened', async () => {
      const id = randomUUID();
      expect(await suite.store.load(id)).toBeUndefined();
      expect(await suite.store.content(id)).toBeUndefined();
      expect(await suite.store.document(id, 'doc_1')).toBeUndefined();
    });

    it('puts its messages into the outbox, claimed for a while by whoever submitted it', async () => {
      const messages = [outboxMessage({ topic: 'queue/policy-issuance-a' }), outboxMessage({ revocable: true })];
      await suite.submit({}, { messages });
      expect(await suite.under.outbox.claim(10)).toEqual([]);
      await suite.under.pass(LEASE_MS + 1);
      expect(await suite.under.outbox.claim(10)).toEqual(messages);
    });

    it('stores nothing when one of its messages cannot be stored', async () => {
      const taken = outboxMessage();
      await suite.submit({}, { messages: [taken] });
      const failing = newApplicationOf({ messages: [outboxMessage(), taken] });
      await expect(suite.store.submit(failing)).rejects.toThrow();
      expect(await suite.store.load(failing.application.id)).toBeUndefined();
      expect(await suite.store.content(failing.application.id)).toBeUndefined();
      // Neither key nor offer nor payment is taken by it.
      expect(await suite.store.submit({ ...failing, messages: [] })).toEqual({ outcome: 'ACCEPTED' });
    });

    it('lets one of a hundred posts for one offer in', async () => {
      const { quoteRequestId, offerId } = applicationOf();
      const posts = Array.from({ length: 100 }, () =>
        newApplicationOf({ application: applicationOf({ quoteRequestId, offerId }), messages: [outboxMessage()] }),
      );
      const outcomes = (await Promise.all(posts.map((post) => suite.store.submit(post)))).map(({ outcome }) => outcome);
      expect(outcomes.toSorted()).toEqual(['ACCEPTED', ...Array.from({ length: 99 }, () => 'OFFER_ALREADY_APPLIED')]);
      const loaded = await Promise.all(posts.map(({ application }) => suite.stored(application.id)));
      expect(loaded.map((found) => found !== undefined)).toEqual(outcomes.map((outcome) => outcome === 'ACCEPTED'));
      await suite.under.pass(LEASE_MS + 1);
      const [message, ...others] = await suite.under.outbox.claim(1_000);
      expect(posts[outcomes.indexOf('ACCEPTED')]?.messages).toEqual([message]);
      expect(others).toEqual([]);
    });

    it('knows offers of one id in two requests apart', async () => {
      const { offerId } = await suite.submit();
      expect((await suite.submit({ offerId })).offerId).toBe(offerId);
    });

    it('is possible again for an offer whose application has ended, however often', async () => {
      const first = await suite.submit();
      const { quoteRequestId, offerId } = first;
      const again = () => newApplicationOf({ application: applicationOf({ quoteRequestId, offerId }) });
      expect(await suite.store.submit(again())).toEqual({ outcome: 'OFFER_ALREADY_APPLIED' });
      expect(await suite.store.keep(rejected(first))).toBe('KEPT');
      const second = again();
      expect(await suite.store.submit(second)).toEqual({ outcome: 'ACCEPTED' });
      expect(await suite.store.submit(again())).toEqual({ outcome: 'OFFER_ALREADY_APPLIED' });
      expect(await suite.store.keep(rejected(second.application))).toBe('KEPT');
      expect(await suite.store.submit(again())).toEqual({ outcome: 'ACCEPTED' });
    });

    it('takes a payment for one application, also after that one has ended', async () => {
      const paymentHash = 'hash-of-one';
      const first = await suite.submit({}, { paymentHash });
      const second = newApplicationOf({ paymentHash });
      expect(await suite.store.submit(second)).toEqual({ outcome: 'PAYMENT_ALREADY_USED' });
      expect(await suite.store.load(second.application.id)).toBeUndefined();
      await suite.store.keep(rejected(first));
      expect(await suite.store.submit(second)).toEqual({ outcome: 'PAYMENT_ALREADY_USED' });
      expect(await suite.store.submit({ ...second, paymentHash: 'another' })).toEqual({ outcome: 'ACCEPTED' });
    });

    it('takes a payment once, however many use it at the same time', async () => {
      const posts = Array.from({ length: 20 }, () => newApplicationOf({ paymentHash: 'hash-of-all' }));
      const outcomes = (await Promise.all(posts.map((post) => suite.store.submit(post)))).map(({ outcome }) => outcome);
      expect(outcomes.toSorted()).toEqual(['ACCEPTED', ...Array.from({ length: 19 }, () => 'PAYMENT_ALREADY_USED')]);
    });
  });
