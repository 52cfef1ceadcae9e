import { premiumFaults } from '@app/domain';
import { describe, expect, it } from '@jest/globals';
import { termLifeRequestFor } from '../../../../testing/canonical-requests.js';
import { soundOffer } from '../../../../testing/reply-rules.js';
import { L1, L2, L3, resultOf } from '../../testing/worked-answers.js';
import { fromEleventhHour } from './from-eleventh-hour.js';

const stamp = { offerId: 'off_1', receivedAt: '2026-11-23T10:00:00.233Z' };
const l1 = termLifeRequestFor('l1');
const l2 = termLifeRequestFor('l2');

const replyTo = (result: unknown, request = l1) => fromEleventhHour(result, request, stamp);

describe('a term life result of Eleventh Hour as ours', () => {
  it('is, for L2, a firm offer whose instalments carry a loading', () => {
    expect(replyTo(resultOf(L2), l2)).toEqual({
      outcome: 'ANSWERED',
      status: 'QUOTED',
      declines: [],
      error: null,
      offers: [
        {
          offerId: 'off_1',
          partnerQuoteRef: 'eho_00000042',
          planCode: 'TERM',
          planName: 'Term Life',
          quality: 'FIRM',
          bindable: true,
          referralReasons: [],
          receivedAt: '2026-11-23T10:00:00.233Z',
          validUntil: '2026-12-23T10:00:04.000Z',
          validitySource: 'PARTNER',
          premium: {
            currency: 'INR',
            components: [
              { kind: 'BASE', partnerCode: 'BASE', amountMinor: 1263290 },
              { kind: 'LOADING', partnerCode: 'INSTALMENTS', amountMinor: 63166 },
            ],
            netMinor: 1326456,
            taxes: [{ scheme: 'GST', rateBp: 0, amountMinor: 0 }],
            untaxedFeesMinor: 0,
            roundingMinor: 0,
            totalMinor: 1326456,
            periodMonths: 12,
            instalments: [{ count: 12, amountMinor: 110538, firstDue: 'ON_ISSUE' }],
          },
          cover: { sumAssuredMinor: 500_000_000, policyTermYears: 20, premiumPaymentTermYears: 20, riders: [] },
          adjustments: [],
          documents: [],
        },
      ],
    });
  });

  it.each([
    ['l1', L1, 988400],
    ['l3', L3, 5731500],
  ] as const)('has, for %s, one yearly payment and no instalments', (name, priced, total) => {
    const { premium } = soundOffer(replyTo(resultOf(priced), termLifeRequestFor(name)));
    expect(premium).toMatchObject({ totalMinor: total, instalments: [], components: [{ amountMinor: total }] });
  });

  it('is referred for L3', () => {
    const reply = replyTo(resultOf(L3, { code: 'EH-R2', text: 'Sum assured' }), termLifeRequestFor('l3'));
    expect(reply).toMatchObject({ status: 'REFERRED', offers: [{ referralReasons: [{ code: 'EH-R2' }] }] });
  });

  it.each([
    ['EH-D3', 'AGE'],
    ['EH-D4', 'AGE'],
    ['EH-D5', 'OTHER'],
    ['EH-D6', 'APPETITE'],
  ])('is declined by %s for %s', (code, category) => {
    expect(replyTo({ outcome: 'DECLINE', reasons: [{ code, text: 'No' }] })).toMatchObject({
      declines: [{ code, category }],
    });
  });

  it('leaves riders out with an adjustment each', () => {
    const wanting = termLifeRequestFor('l1', { riders: ['CRITICAL_ILLNESS', 'ACCIDENTAL_DEATH'] });
    const offer = soundOffer(replyTo(resultOf(L1), wanting));
    expect(offer.cover).toMatchObject({
      riders: [
        { code: 'CRITICAL_ILLNESS', state: 'LEFT_OUT' },
        { code: 'ACCIDENTAL_DEATH', state: 'LEFT_OUT' },
      ],
    });
    expect(offer.adjustments).toMatchObject([
      { field: 'riders', requested: 'CRITICAL_ILLNESS', applied: null },
      { field: 'riders', requested: 'ACCIDENTAL_DEATH', applied: null },
    ]);
  });

  it('cannot be read when it is to be paid at another frequency than asked', () => {
    expect(replyTo(resultOf(L2), l1)).toMatchObject({ outcome: 'FAILED', error: { category: 'PROTOCOL' } });
  });

  it('shows no difference as a loading where there are no instalments, so that a broken sum is seen', () => {
    const broken = { ...L1, lines: { BASE: '9000.00' } };
    const reply = replyTo(resultOf(broken));
    const [offer] = reply.outcome === 'ANSWERED' ? reply.offers : [];
    expect(offer && premiumFaults(offer.premium)).toEqual(['components add up to 900000, net is 988400']);
  });
});
