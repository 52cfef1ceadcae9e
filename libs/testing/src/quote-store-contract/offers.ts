import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { offer, quotedAnswer } from '../builders/partner-answers.js';
import { OVERDUE, RUNNING, type Suite } from './suite.js';

const UNKNOWN_ID = '01980000-0000-7000-8000-000000000000';

export const offersSuite = (suite: Suite): void => {
  const offerIds = (...ids: string[]) => ids.map((offerId) => offer({ offerId }));

  const quote = (requestId: string, partner: string, ...ids: string[]) =>
    suite.store.record([quotedAnswer({ requestId, partner, offers: offerIds(...ids) })]);

  /** A request that has an offer of this id, made so long ago. */
  const accepted = async (age: number, offerId: string) => {
    const id = await suite.accept({ ...RUNNING, age }, { partners: ['a'] });
    await quote(id, 'a', offerId);
    return id;
  };

  describe('the request of an offer', () => {
    it('is found by any of its offers, as a read finds it', async () => {
      const [id, other] = [await suite.accept(RUNNING), await suite.accept(RUNNING)];
      await quote(id, 'acme-general', 'off_"1"', 'off_2');
      await quote(id, 'cogwheel-direct', 'off_3');
      await quote(other, 'acme-general', 'off_4');
      const read = await suite.store.read(id);
      for (const offerId of ['off_"1"', 'off_2', 'off_3']) expect(await suite.store.withOffer(offerId)).toEqual([read]);
      expect(await suite.store.withOffer('off_4')).toMatchObject([{ id: other }]);
    });

    it.each(['off_unknown', '', 'off', '%', '$[*]'])('is nobody’s where the offer is %j', async (offerId) => {
      const id = await suite.accept(RUNNING);
      await quote(id, 'acme-general', 'off_1');
      expect(await suite.store.withOffer(offerId)).toEqual([]);
    });

    it('stands as it does now: past its deadline it is complete', async () => {
      const id = await suite.accept(OVERDUE);
      await quote(id, 'acme-general', 'off_late');
      const [found] = await suite.store.withOffer('off_late');
      expect(found).toMatchObject({ id, completedAt: expect.any(String), rows: [{ late: true }, {}] });
    });

    it('is there after its consent was withdrawn, and says so', async () => {
      const id = await accepted(0, 'off_1');
      const withdrawn = await suite.store.withdrawConsent(id);
      expect(await suite.store.withOffer('off_1')).toEqual([withdrawn]);
    });

    it('is one of several, the newest first and a few at most, where ids are used twice', async () => {
      const ids: string[] = [];
      for (const age of [4_000, 1_000, 6_000, 3_000, 2_000, 5_000, 7_000]) ids.push(await accepted(age, 'off_twin'));
      const found = (await suite.store.withOffer('off_twin')).map(({ id }) => id);
      const newestFirst = [1, 4, 3, 0, 5, 2, 6].map((at) => ids[at]);
      expect(found.length).toBeGreaterThanOrEqual(3);
      expect(found.length).toBeLessThan(7);
      expect(found).toEqual(newestFirst.slice(0, found.length));
    });
  });

  describe('what a request asked', () => {
    it('is there in full', async () => {
      const prepared = await suite.prepare(RUNNING);
      await suite.store.accept(prepared);
      const { request, personal } = prepared;
      expect(Object.keys(personal)).not.toEqual([]);
      expect(await suite.store.content(request.requestId)).toEqual({ request, personal });
    });

    it('is not there for a request that nobody knows', async () => {
      expect(await suite.store.content(UNKNOWN_ID)).toBeUndefined();
      expect(await suite.store.content(randomUUID())).toBeUndefined();
    });

    it('is gone once the consent was withdrawn', async () => {
      const id = await suite.accept(RUNNING);
      await suite.store.withdrawConsent(id);
      expect(await suite.store.content(id)).toBeUndefined();
    });
  });
};
