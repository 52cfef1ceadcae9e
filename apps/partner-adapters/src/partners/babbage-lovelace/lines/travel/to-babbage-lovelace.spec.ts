import { describe, expect, it } from '@jest/globals';
import { travelRequestFor } from '../../../../testing/canonical-requests.js';
import { acordMessage } from '../../acord.js';
import { R1_REQUEST } from '../../testing/printed-requests.js';
import { seen, seenContent } from '../../testing/readings.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const some = (count: number) => ['AE', 'BH', 'BT', 'HK', 'ID', 'JP', 'KH', 'KR', 'KW', 'LA', 'LK'].slice(0, count);

const BEGINNING = `<TransactionRequestDt>2026-11-23T15:30:00</TransactionRequestDt><CurCd>INR</CurCd>
  <InsuredOrPrincipal><GeneralPartyInfo><Addr><PostalCode>411001</PostalCode></Addr></GeneralPartyInfo></InsuredOrPrincipal>
  <PersPolicy><LOBCd>TRAV</LOBCd></PersPolicy>`;

const traveller = (n: number, birth: string) =>
  `<Traveler id="T${n}"><PersonInfo><BirthDt>${birth}</BirthDt></PersonInfo></Traveler>`;
const medex = (limit: string) =>
  `<Coverage><CoverageCd>MEDEX</CoverageCd><Limit><FormatCurrencyAmt><Amt>${limit}</Amt><CurCd>USD</CurCd></FormatCurrencyAmt></Limit></Coverage>`;
const trip = (from: string, to: string, content: string) =>
  `<PersTravelLineBusiness><TripInfo><DepartureDt>${from}</DepartureDt><ReturnDt>${to}</ReturnDt></TripInfo>${content}</PersTravelLineBusiness>`;
const to = (country: string) => `<Destination><CountryCd>${country}</CountryCd></Destination>`;

/** rating.md §9, in B's words. */
const GOLDEN = [
  [
    'R2',
    travelRequestFor('r2'),
    trip('2027-01-04', '2027-01-18', `${to('FR')}${to('DE')}${traveller(1, '1960-09-09')}${medex('100000.00')}`),
  ],
  [
    'R3',
    travelRequestFor('r3'),
    trip(
      '2026-12-24',
      '2026-12-25',
      `${to('US')}${traveller(1, '1985-01-01')}${traveller(2, '1986-02-02')}${traveller(3, '2010-03-03')}
       ${traveller(4, '2012-04-04')}${medex('250000.00')}<Coverage><CoverageCd>ADVENTURE</CoverageCd></Coverage>`,
    ),
  ],
] as const;

describe('a trip in the words of Babbage & Lovelace', () => {
  it('is R1 exactly as it is printed in its specification', () => {
    const asked = toBabbageLovelace(travelRequestFor('r1'));
    expect(asked.ok && acordMessage(asked.value).content).toEqual([seen(R1_REQUEST)]);
  });

  it.each(GOLDEN)('is %s exactly as in its specification', (_name, request, content) => {
    expect(toBabbageLovelace(request)).toMatchObject({
      ok: true,
      value: { name: 'PersPkgPolicyQuoteInq', content: seenContent(BEGINNING + content) },
    });
  });

  it.each([
    [1, 5_000_000, '50000.00'],
    [5_000_000, 5_000_000, '50000.00'],
    [5_000_001, 10_000_000, '100000.00'],
    [20_000_000, 25_000_000, '250000.00'],
  ])('asks, for a limit of %p cents, for the next higher one: %p', (asked, medicalLimitMinor, written) => {
    const question = toBabbageLovelace(travelRequestFor('r1', { medicalLimit: usd(asked) }));
    expect(question).toMatchObject({ ok: true, value: { medicalLimitMinor } });
    expect(JSON.stringify(question)).toContain(`"${written}"`);
  });

  it('asks only for options that are sold there', () => {
    const options = ['CANCELLATION', 'ADVENTURE_SPORTS', 'BAGGAGE'] as const;
    const text = JSON.stringify(toBabbageLovelace(travelRequestFor('r1', { options: [...options] })));
    expect(text).toContain('"ADVENTURE"');
    expect(text).not.toMatch(/CANCELLATION|BAGGAGE/);
  });

  it.each([
    ['an annual policy', travelRequestFor('r4')],
    ['eleven countries', travelRequestFor('r1', { destinations: some(11) })],
    ['a trip within India', travelRequestFor('r1', { destinations: ['TH', 'IN'] })],
    [
      'a limit in another currency',
      travelRequestFor('r1', { medicalLimit: { amountMinor: 5_000_000, currency: 'EUR' } }),
    ],
    ['a limit that B does not reach', travelRequestFor('r1', { medicalLimit: usd(25_000_001) })],
  ])('is declined as UNSUPPORTED by the platform for %s', (_what, request) => {
    expect(toBabbageLovelace(request)).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });

  it('may lead to ten countries', () => {
    expect(toBabbageLovelace(travelRequestFor('r1', { destinations: some(10) }))).toMatchObject({ ok: true });
  });
});
