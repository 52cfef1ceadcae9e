import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkQuoteRequest } from './quote-request-body.js';

const examples = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'));

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
