import { describe, expect, it } from '@jest/globals';
import { applicationContentOf, applicationOf, newApplicationOf } from '../builders/applications.js';
import { changeOf, HOUR_MS, type Suite } from './suite.js';

const KEY = 'b5d5a9a6-7d3c-4b5e-9a53-0d7a5e6f1c11';

export const keysSuite = (suite: Suite): void =>
  describe('idempotency keys', () => {
    const post = ({ clientId = 'client-one', key = KEY, fingerprint = 'sha256:one' } = {}) => {
      const application = applicationOf({ clientId });
      const idempotency = { key, fingerprint, response: { id: application.id, étiquette: [1, null] } };
      return newApplicationOf({ application, idempotency });
    };
    const accepted = { outcome: 'ACCEPTED' };

    it('answer a repetition as the first post was answered, whatever else it would run into', async () => {
      const first = post();
      expect(await suite.store.submit(first)).toEqual(accepted);
      const replayed = { outcome: 'REPLAYED', response: first.idempotency.response };
      const second = post();
      expect(await suite.store.submit(second)).toEqual(replayed);
      expect(await suite.store.load(second.application.id)).toBeUndefined();
      const { offerId, quoteRequestId } = first.application;
      const same = { ...second, application: { ...second.application, offerId, quoteRequestId } };
      expect(await suite.store.submit({ ...same, paymentHash: first.paymentHash })).toEqual(replayed);
    });

    it('refuse another question under the same key', async () => {
      await suite.store.submit(post());
      const other = post({ fingerprint: 'sha256:two' });
      expect(await suite.store.submit(other)).toEqual({ outcome: 'KEY_REUSED' });
      expect(await suite.store.load(other.application.id)).toBeUndefined();
    });

    it('are a client’s own', async () => {
      expect(await suite.store.submit(post())).toEqual(accepted);
      expect(await suite.store.submit(post({ clientId: 'client-two', fingerprint: 'sha256:two' }))).toEqual(accepted);
      expect(await suite.store.submit(post({ key: 'another' }))).toEqual(accepted);
    });

    it('are not taken by what was refused', async () => {
      const first = post();
      await suite.store.submit(first);
      const { offerId, quoteRequestId } = first.application;
      const refused = post({ key: 'another' });
      const same = { ...refused, application: { ...refused.application, offerId, quoteRequestId } };
      expect(await suite.store.submit(same)).toEqual({ outcome: 'OFFER_ALREADY_APPLIED' });
      const { paymentHash } = first;
      expect(await suite.store.submit({ ...refused, paymentHash })).toEqual({ outcome: 'PAYMENT_ALREADY_USED' });
      expect(await suite.store.findKey('client-one', refused.idempotency)).toBeUndefined();
      expect(await suite.store.submit(refused)).toEqual(accepted);
    });

    it('let exactly one of a hundred equal posts at once be accepted, and answer the others like it', async () => {
      const { offerId, quoteRequestId } = applicationOf();
      const posts = Array.from({ length: 100 }, () => {
        const each = post();
        return { ...each, application: { ...each.application, offerId, quoteRequestId }, paymentHash: 'of all' };
      });
      const outcomes = await Promise.all(posts.map((each) => suite.store.submit(each)));
      const winner = posts[outcomes.findIndex(({ outcome }) => outcome === 'ACCEPTED')];
      const replayed = { outcome: 'REPLAYED', response: winner?.idempotency.response };
      expect(outcomes).toEqual(posts.map((each) => (each === winner ? accepted : replayed)));
    });

    it('can be asked for before anything is prepared', async () => {
      const first = post();
      expect(await suite.store.findKey('client-one', first.idempotency)).toBeUndefined();
      await suite.store.submit(first);
      const { response } = first.idempotency;
      expect(await suite.store.findKey('client-one', first.idempotency)).toEqual({ outcome: 'REPLAYED', response });
      const other = { key: KEY, fingerprint: 'sha256:two' };
      expect(await suite.store.findKey('client-one', other)).toEqual({ outcome: 'KEY_REUSED' });
      expect(await suite.store.findKey('client-two', first.idempotency)).toBeUndefined();
    });

    it('are forgotten after 24 hours, not before, and then stand for the next post', async () => {
      const [first, next] = [post(), post({ fingerprint: 'sha256:two' })];
      await suite.store.submit(first);
      await suite.under.pass(23 * HOUR_MS);
      expect(await suite.store.submit(next)).toEqual({ outcome: 'KEY_REUSED' });
      await suite.under.pass(HOUR_MS + 1);
      expect(await suite.store.findKey('client-one', first.idempotency)).toBeUndefined();
      expect(await suite.store.submit(next)).toEqual(accepted);
      expect(await suite.store.findKey('client-one', next.idempotency)).toMatchObject({ outcome: 'REPLAYED' });
    });

    it('that somebody uses at the same time let nothing of a payment be kept', async () => {
      const before = await suite.submit();
      await suite.store.submit(post());
      const payment = { hash: 'new', content: applicationContentOf(), idempotency: post().idempotency };
      const change = { ...changeOf(before), payment };
      expect(await suite.store.keep(change)).toBe('CHANGED_MEANWHILE');
      expect(await suite.stored(before.id)).toEqual(before);
      await suite.under.pass(24 * HOUR_MS + 1);
      expect(await suite.store.keep(change)).toBe('KEPT');
      expect(await suite.store.findKey('client-one', payment.idempotency)).toMatchObject({ outcome: 'REPLAYED' });
    });
  });
