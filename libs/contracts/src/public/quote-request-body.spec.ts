import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkQuoteRequest } from './quote-request-body.js';

const FOLDER = new URL('../../examples/', import.meta.url);
/** A product line's letter and a number; what else lies there is no quote request. */
const NAME = /^([a-z]\d+)\.json$/;
const examples = readdirSync(FOLDER).flatMap((file) => NAME.exec(file)?.[1] ?? []);
const example = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));

const sellers = () => ['acme-general', 'cogwheel-direct'];

function faultsOf(body: unknown): string[] {
  const checked = checkQuoteRequest(body, sellers);
  return checked.ok ? [] : checked.error.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

const withRisk = (change: object) => ({ ...example('m1'), risk: { ...example('m1').risk, ...change } });

describe('the body of a quote request', () => {
  it.each(examples)('takes the example %s as it stands', (name) => {
    expect(faultsOf(example(name))).toEqual([]);
  });

  it('does without what has a default', () => {
    const { country: _c, currency: _u, locale: _l, channel: _h, purpose: _p, ...rest } = example('m1');
    expect(faultsOf(rest)).toEqual([]);
  });

  it('requires everything else that the examples contain', () => {
    const { risk, proposer, consent } = example('m1');
    for (const field of Object.keys(risk)) {
      const { [field]: _, ...rest } = risk;
      expect(faultsOf({ ...example('m1'), risk: rest })).toContain(`/risk/${field} REQUIRED`);
    }
    for (const field of Object.keys(proposer)) {
      const { [field]: _, ...rest } = proposer;
      expect(faultsOf({ ...example('m1'), proposer: rest })).toEqual([`/proposer/${field} REQUIRED`]);
    }
    for (const field of Object.keys(consent)) {
      const { [field]: _, ...rest } = consent;
      expect(faultsOf({ ...example('m1'), consent: rest })).toEqual([`/consent/${field} REQUIRED`]);
    }
  });

  const withRiskOf = (name: string, change: object) => ({
    ...example(name),
    risk: { ...example(name).risk, ...change },
  });

  it.each<[string, unknown, string]>([
    [
      'a member who is not born yet',
      withRiskOf('h1', { policyStartDate: '2020-01-01' }),
      '/risk/members/2/dateOfBirth DATE_ORDER',
    ],
    ['a pincode that is not the proposer’s', withRiskOf('h1', { pincode: '560034' }), '/risk/pincode CONTRADICTION'],
    [
      'nine members',
      withRiskOf('h1', { members: Array(9).fill(example('h1').risk.members[0]) }),
      '/risk/members RANGE',
    ],
    ['a return before the departure', withRiskOf('r1', { returnDate: '2026-12-01' }), '/risk/returnDate DATE_ORDER'],
    ['a country that is none', withRiskOf('r1', { destinations: ['TH', 'XX'] }), '/risk/destinations/1 UNKNOWN_CODE'],
    ['half a lakh assured', withRiskOf('l1', { sumAssuredMinor: 255_000_000 }), '/risk/sumAssuredMinor RANGE'],
    [
      'premiums beyond the term',
      withRiskOf('l1', { premiumPaymentTermYears: 31 }),
      '/risk/premiumPaymentTermYears CONTRADICTION',
    ],
    [
      'a car’s deductible on a bike',
      withRiskOf('t1', { voluntaryDeductibleMinor: 250_000 }),
      '/risk/voluntaryDeductibleMinor ENUM',
    ],
  ])('refuses %s', (_, body, expected) => {
    expect(faultsOf(body)).toEqual([expected]);
  });

  it('names every fault at once: of single fields, across fields and across sections', () => {
    const body = {
      ...withRisk({ coverType: 'EVERYTHING', rtoCode: 'XX99', manufactureYear: '2023', colour: 'red' }),
      partners: ['nobody'],
      proposer: { ...example('m1').proposer, pincode: '0', dateOfBirth: '2030-01-01' },
      consent: { ...example('m1').consent, purposes: ['QUOTE'] },
    };
    expect(faultsOf(body)).toEqual([
      '/consent/purposes CONSENT',
      '/partners UNKNOWN_CODE',
      '/proposer/dateOfBirth DATE_ORDER',
      '/proposer/pincode FORMAT',
      '/risk/colour UNKNOWN_FIELD',
      '/risk/coverType ENUM',
      '/risk/manufactureYear TYPE',
      '/risk/rtoCode UNKNOWN_CODE',
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'a deductible that is not on the list',
      withRisk({ voluntaryDeductibleMinor: 100 }),
      '/risk/voluntaryDeductibleMinor ENUM',
    ],
    ['a day that does not exist', withRisk({ registrationDate: '2023-02-30' }), '/risk/registrationDate FORMAT'],
    ['half a paisa', withRisk({ requestedIdvMinor: 0.5 }), '/risk/requestedIdvMinor TYPE'],
    ['no partner at all', { ...example('m1'), partners: [] }, '/partners RANGE'],
    ['a product line that nobody sells', { ...example('m1'), productLine: 'pets' }, '/productLine ENUM'],
    ['a field that is not asked', { ...example('m1'), requestId: 'mine' }, '/requestId UNKNOWN_FIELD'],
  ])('refuses %s', (_, body, expected) => {
    expect(faultsOf(body)).toEqual([expected]);
  });

  it.each([null, [], 'text', 7, {}])('refuses %p without falling over', (body) => {
    expect(faultsOf(body).length).toBeGreaterThan(0);
  });
});
