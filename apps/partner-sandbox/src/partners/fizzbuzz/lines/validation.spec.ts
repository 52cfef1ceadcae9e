import { describe, expect, it } from '@jest/globals';
import { fizzbuzzMotorParams, fizzbuzzTravelParams } from '../../../testing/fizzbuzz-caller.js';
import { fieldPath } from '../../../wire/field-path.js';
import type { FizzbuzzLine } from './fizzbuzz-line.js';
import { motor } from './motor/line.js';
import { travel } from './travel/line.js';

/** `path rule` of every violation. */
function violationsOf(line: FizzbuzzLine, params: unknown): string[] {
  const checked = line.check(params);
  return checked.ok ? [] : checked.error.map(({ path, code }) => `${fieldPath(path)} ${code}`);
}

const car = (params: object) => ({ ...fizzbuzzMotorParams, ...params });
const trip = (params: object) => ({ ...fizzbuzzTravelParams, ...params });
const [someone] = fizzbuzzTravelParams.travellers;
const travellers = (...all: object[]) => trip({ travellers: all });

describe("F's checks of the params of a car", () => {
  it.each([
    ['as printed', {}],
    ['without a plate', { registration: null }],
    ['without a plate and plans', { registration: undefined, plans: undefined }],
    ['with a plate of the BH series', { registration: '22BH1234AA' }],
  ])('find nothing wrong with one %s', (_what, params) => {
    expect(violationsOf(motor, car(params))).toEqual([]);
  });

  it.each([
    ['ref required', { ref: undefined }],
    ['ref range', { ref: 'r'.repeat(65) }],
    ['start format', { start: '01-12-2026' }],
    ['cover enum', { cover: 'TP_ONLY' }],
    ['modelRef unknown', { modelRef: 7010 }],
    ['modelRef format', { modelRef: '7002' }],
    ['rto unknown', { rto: 'IN-XX-99' }],
    ['registration format', { registration: 'MH-12-AB-1234' }],
    ['registeredOn order', { registeredOn: '2026-12-02' }],
    ['ncbEntitledPct enum', { ncbEntitledPct: 30 }],
    ['paOwner format', { paOwner: 'Y' }],
    ['postcode format', { postcode: '41100' }],
    ['plans range', { plans: [] }],
    ['plans[1] enum', { plans: ['BASIC', 'SILVER'] }],
  ])('report %s', (violation, params) => {
    expect(violationsOf(motor, car(params))).toEqual([violation]);
  });
});

describe("F's checks of the params of a trip", () => {
  it.each([
    ['as printed', {}],
    ['of a year without an end', { annual: true, end: undefined }],
  ])('find nothing wrong with one %s', (_what, params) => {
    expect(violationsOf(travel, trip(params))).toEqual([]);
  });

  it.each([
    ['end required', trip({ end: null })],
    ['end required', trip({ end: undefined })],
    ['end order', trip({ end: '2026-12-19' })],
    ['annual required', trip({ annual: undefined })],
    ['countries range', trip({ countries: [] })],
    ['countries range', trip({ countries: Array.from({ length: 21 }, () => 'TH') })],
    ['countries[0] enum', trip({ countries: ['IN'] })],
    ['countries[1] format', trip({ countries: ['TH', 'tha'] })],
    ['travellers range', travellers()],
    ['travellers range', travellers(...Array.from({ length: 11 }, () => ({ ...someone })))],
    ['travellers[0].no format', travellers({ ...someone, no: '1' })],
    ['travellers[0].born order', travellers({ ...someone, born: '2026-12-21' })],
    ['travellers[0].ped required', travellers({ ...someone, ped: undefined })],
    ['postcode required', trip({ postcode: null })],
    ['plans[0] enum', trip({ plans: ['BASIC'] })],
  ])('report %s', (violation, params) => {
    expect(violationsOf(travel, params)).toEqual([violation]);
  });
});
