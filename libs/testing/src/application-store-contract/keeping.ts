import { createHash, randomBytes } from 'node:crypto';
import type { AuditRecord } from '@app/ports';
import { describe, expect, it } from '@jest/globals';
import {
  applicationContentOf,
  applicationDetailsOf,
  applicationOf,
  newApplicationOf,
} from '../builders/applications.js';
import { outboxMessage } from '../builders/outbox-messages.js';
import { changeOf, LEASE_MS, rejected, type Suite } from './suite.js';

const auditOf = (subject: string): AuditRecord => ({
  ...{ at: new Date('2026-11-23T12:00:00.000Z'), actor: 'console', action: 'APPLICATION_RESOLVED', subject },
  ...{ reason: 'the customer called', details: { action: 'REJECT' } },
});

const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');

export const keepingSuite = (suite: Suite): void => {
  const paymentOf = (hash: string) => {
    const { idempotency } = newApplicationOf();
    const details = applicationDetailsOf();
    const anew = { ...details, payment: { ...details.payment, reference: 'PAY-2' } };
    return { hash, content: applicationContentOf({ details: anew }), idempotency };
  };

  describe('keeping a change', () => {
    it('stores what was decided, with its messages', async () => {
      const before = await suite.submit();
      const messages = [outboxMessage(), outboxMessage()];
      const change = { ...changeOf(before, { status: 'ISSUED', policyNumber: 'P-1', askAt: null }), messages };
      expect(await suite.store.keep(change)).toBe('KEPT');
      expect(await suite.stored(before.id)).toEqual(change.after);
      expect(await suite.under.outbox.claim(10)).toEqual([]);
      await suite.under.pass(LEASE_MS + 1);
      expect(await suite.under.outbox.claim(10)).toEqual(messages);
    });

    it('may raise the version by more than one', async () => {
      const before = await suite.submit();
      expect(await suite.store.keep(changeOf(before, { version: 3 }))).toBe('KEPT');
      expect((await suite.stored(before.id))?.version).toBe(3);
    });

    it('stores nothing where it would be live again beside another one for its offer', async () => {
      const submitted = await suite.submit();
      const { after: ended } = rejected(submitted);
      await suite.store.keep(rejected(submitted));
      const { quoteRequestId, offerId } = submitted;
      const other = await suite.submit({ quoteRequestId, offerId });
      const back = { ...changeOf(ended, { status: 'ISSUED', policyNumber: 'P-1' }), messages: [outboxMessage()] };
      expect(await suite.store.keep(back)).toBe('OFFER_ALREADY_APPLIED');
      expect(await suite.stored(submitted.id)).toEqual(ended);
      await suite.under.pass(LEASE_MS + 1);
      expect(await suite.under.outbox.claim(10)).toEqual([]);
      await suite.store.keep(rejected(other));
      expect(await suite.store.keep(back)).toBe('KEPT');
      const third = newApplicationOf({ application: applicationOf({ quoteRequestId, offerId }) });
      expect(await suite.store.submit(third)).toEqual({ outcome: 'OFFER_ALREADY_APPLIED' });
    });

    it('stores nothing where it is another version by now, or nobody knows it', async () => {
      const before = await suite.submit();
      const first = changeOf(before, { status: 'PENDING_PARTNER' });
      await suite.store.keep(first);
      const others = { messages: [outboxMessage()], document: { id: 'doc_1', bytes: randomBytes(8) } };
      const late = { ...changeOf(before, { status: 'ISSUED' }), ...others, audit: auditOf(before.id) };
      expect(await suite.store.keep(late)).toBe('CHANGED_MEANWHILE');
      const payment = paymentOf('unused');
      expect(await suite.store.keep({ ...late, payment })).toBe('CHANGED_MEANWHILE');
      const unknown = newApplicationOf().application;
      expect(await suite.store.keep({ ...late, before: unknown })).toBe('CHANGED_MEANWHILE');
      expect(await suite.stored(before.id)).toEqual(first.after);
      expect(await suite.store.document(before.id, 'doc_1')).toBeUndefined();
      expect(await suite.under.audit.entries(10)).toEqual([]);
      expect(await suite.store.findKey('client-one', payment.idempotency)).toBeUndefined();
      await suite.under.pass(LEASE_MS + 1);
      expect(await suite.under.outbox.claim(10)).toEqual([]);
    });

    it('stores nothing when one of its messages cannot be stored', async () => {
      const taken = outboxMessage();
      const before = await suite.submit({}, { messages: [taken] });
      const change = { ...changeOf(before), messages: [taken], audit: auditOf(before.id) };
      await expect(suite.store.keep(change)).rejects.toThrow();
      expect(await suite.stored(before.id)).toEqual(before);
      expect(await suite.under.audit.entries(10)).toEqual([]);
    });

    it('happens once of many changes of one version at the same time', async () => {
      const before = await suite.submit();
      const changes = Array.from({ length: 20 }, (_, at) => ({
        ...changeOf(before, { policyNumber: `P-${at}` }),
        messages: [outboxMessage()],
      }));
      const results = await Promise.all(changes.map((change) => suite.store.keep(change)));
      const kept = changes.filter((_, at) => results[at] === 'KEPT');
      expect(kept).toHaveLength(1);
      expect(results.filter((result) => result === 'CHANGED_MEANWHILE')).toHaveLength(19);
      expect(await suite.stored(before.id)).toEqual(kept[0]?.after);
      await suite.under.pass(LEASE_MS + 1);
      expect(await suite.under.outbox.claim(100)).toEqual(kept[0]?.messages);
    });

    it('writes the audit with it', async () => {
      const before = await suite.submit();
      await suite.store.keep({ ...changeOf(before), audit: auditOf(before.id) });
      const [entry, ...others] = await suite.under.audit.entries(10);
      expect(entry).toEqual({ ...auditOf(before.id), id: expect.any(String) });
      expect(others).toEqual([]);
    });
  });

  describe('paying anew', () => {
    it('stores payment, key and what is asked for now', async () => {
      const before = await suite.submit();
      const payment = paymentOf('second');
      expect(await suite.store.keep({ ...changeOf(before), payment })).toBe('KEPT');
      expect(await suite.store.content(before.id)).toEqual(payment.content);
      const { response } = payment.idempotency;
      expect(await suite.store.findKey('client-one', payment.idempotency)).toEqual({ outcome: 'REPLAYED', response });
      const other = newApplicationOf({ paymentHash: 'second' });
      expect(await suite.store.submit(other)).toEqual({ outcome: 'PAYMENT_ALREADY_USED' });
    });

    it.each(['of the first payment', 'of another one'])(
      'is refused with the hash %s, and stores nothing',
      async (whose) => {
        const before = await suite.submit({}, { paymentHash: 'of the first payment' });
        await suite.submit({}, { paymentHash: 'of another one' });
        const payment = paymentOf(whose);
        const content = await suite.store.content(before.id);
        const change = { ...changeOf(before), messages: [outboxMessage()], payment, audit: auditOf(before.id) };
        expect(await suite.store.keep(change)).toBe('PAYMENT_ALREADY_USED');
        expect(await suite.stored(before.id)).toEqual(before);
        expect(await suite.store.content(before.id)).toEqual(content);
        expect(await suite.store.findKey('client-one', payment.idempotency)).toBeUndefined();
        expect(await suite.under.audit.entries(10)).toEqual([]);
        expect(await suite.store.keep({ ...change, payment: { ...payment, hash: 'new' } })).toBe('KEPT');
      },
    );

    it('happens once of many at the same time', async () => {
      const before = await suite.submit();
      const payments = Array.from({ length: 10 }, (_, at) => paymentOf(`hash ${at}`));
      const results = await Promise.all(payments.map((payment) => suite.store.keep({ ...changeOf(before), payment })));
      expect(results.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'CHANGED_MEANWHILE'), 'KEPT']);
    });
  });

  describe('documents', () => {
    it('are given back byte by byte, each to its application', async () => {
      const [one, other] = [await suite.submit(), await suite.submit()];
      const bytes = randomBytes(300_000);
      bytes.set([0, 255, 0, 92, 39]);
      const document = { id: 'doc_1', bytes };
      const first = changeOf(one);
      await suite.store.keep({ ...first, document });
      await suite.store.keep({ ...changeOf(first.after), document: { id: 'doc_2', bytes: new Uint8Array() } });
      await suite.store.keep({ ...changeOf(other), document: { id: 'doc_1', bytes: Buffer.from('%PDF') } });
      const sha256 = (some: Uint8Array | undefined) =>
        createHash('sha256')
          .update(some ?? '')
          .digest('hex');
      expect(sha256(await suite.store.document(one.id, 'doc_1'))).toBe(sha256(bytes));
      expect((await suite.store.document(one.id, 'doc_2'))?.length).toBe(0);
      expect(hex(await suite.store.document(other.id, 'doc_1'))).toBe(hex(Buffer.from('%PDF')));
      expect(await suite.store.document(other.id, 'doc_2')).toBeUndefined();
    });

    it('can take the place of the same ones', async () => {
      const before = await suite.submit();
      const first = changeOf(before);
      await suite.store.keep({ ...first, document: { id: 'doc_1', bytes: Buffer.from('old') } });
      const again = { ...changeOf(first.after), document: { id: 'doc_1', bytes: Buffer.from('new') } };
      expect(await suite.store.keep(again)).toBe('KEPT');
      expect(hex(await suite.store.document(before.id, 'doc_1'))).toBe(hex(Buffer.from('new')));
    });
  });
};
