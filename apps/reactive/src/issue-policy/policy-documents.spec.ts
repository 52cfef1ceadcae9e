import { done, ResultRefusedError, reject, retryLater } from '@app/ports';
import { canonicalErrorOf } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { APPLICATION_ID, issuanceRequestedEvent } from '../testing/issuance-requested-event.js';
import {
  IssuanceCallbackInMemory,
  issuedReply,
  issuingInMemory,
  PolicyPartnerInMemory,
  pdf,
  schedule,
} from '../testing/issuing-in-memory.js';

const receipt = { ...schedule, id: '01934f2a-0000-7000-8000-0000000000d2', type: 'RECEIPT', reference: '2' } as const;
const LAST = { receiveCount: 5, attributes: {} };

describe('the documents of a policy', () => {
  let callback: IssuanceCallbackInMemory;
  let partner: PolicyPartnerInMemory;
  let service: ReturnType<typeof issuingInMemory>;
  beforeEach(() => {
    callback = new IssuanceCallbackInMemory();
    partner = new PolicyPartnerInMemory();
    partner.reply = () => issuedReply([schedule, receipt]);
    service = issuingInMemory(partner, callback);
  });

  const event = issuanceRequestedEvent();
  const failure = (retryable: boolean) => ({
    outcome: 'FAILED' as const,
    error: canonicalErrorOf({ category: 'NOT_FOUND', retryable }),
  });
  const kept = () => callback.kept.map(({ documentId }) => documentId);

  it('are announced without where they are at the partner, fetched from there, and kept under their ids', async () => {
    expect(await service.handle(event)).toEqual(done);
    const announced = [schedule, receipt].map(({ reference: _, ...document }) => document);
    expect(callback.posted).toMatchObject([{ outcome: 'ISSUED' }]);
    expect(callback.posted[0]?.documents).toEqual(announced);
    expect(partner.documentCalls.map(({ call }) => call)).toEqual(
      [schedule, receipt].map((document) => ({
        applicationId: APPLICATION_ID,
        partner: 'acme-general',
        partnerQuoteRef: 'AQ-1',
        policyNumber: 'P-1',
        document,
      })),
    );
    expect(callback.kept).toEqual(
      [schedule, receipt].map(({ id }) => ({
        applicationId: APPLICATION_ID,
        documentId: id,
        contentType: 'application/pdf',
        bytes: Buffer.from('%PDF-1.7'),
      })),
    );
  });

  it('are fetched after the policy was told of: the customer waits for no document', async () => {
    partner.documentReply = () => {
      expect(callback.posted).toMatchObject([{ outcome: 'ISSUED' }]);
      return pdf;
    };
    await service.handle(event);
    expect(kept()).toHaveLength(2);
  });

  it('that cannot be had now are fetched later, those that can be are kept', async () => {
    partner.documentReply = ({ document }) => (document.id === schedule.id ? failure(true) : pdf);
    service.chance.random = 0.5;
    expect(await service.handle(event)).toEqual(retryLater(1_000));
    expect(kept()).toEqual([receipt.id]);
    partner.documentReply = () => pdf;
    expect(await service.handle(event, { ...LAST, receiveCount: 2 })).toEqual(done);
    expect(kept()).toEqual([receipt.id, schedule.id, receipt.id]);
  });

  it.each([
    ['on the last delivery', true, LAST],
    ['when they will never be there', false, { ...LAST, receiveCount: 1 }],
  ])('make a dead letter %s', async (_, retryable, delivery) => {
    partner.documentReply = () => failure(retryable);
    expect(await service.handle(event, delivery)).toEqual(reject('DOCUMENT NOT_FOUND'));
  });

  it('are handed over again while the business service is away', async () => {
    callback.documentFailures.push(new Error('no route'), new Error('no route'));
    expect(await service.handle(event)).toEqual(done);
    expect([kept().length, partner.documentCalls.length]).toEqual([2, 2]);
  });

  it('come later when it stays away, and make a dead letter when it refuses them', async () => {
    callback.documentFailures.push(...Array.from({ length: 6 }, () => new Error('no route')));
    expect(await service.handle(event)).toEqual(retryLater(0));
    callback.documentFailures.push(new ResultRefusedError('too large'));
    expect(await service.handle(event)).toEqual(reject('DOCUMENT_REFUSED'));
  });
});
