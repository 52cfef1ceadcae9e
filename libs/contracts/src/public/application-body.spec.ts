import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkAcceptance, checkApplication } from './application-body.js';

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'));
const application = example('application');

function faultsOf(body: unknown): string[] {
  const checked = checkApplication(body);
  return checked.ok ? [] : checked.error.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

const withProposer = (change: object) => ({ ...application, proposer: { ...application.proposer, ...change } });
const withPayment = (change: object) => ({ ...application, payment: { ...application.payment, ...change } });

describe('the body of an application', () => {
  it('is what the example has', () => {
    expect(checkApplication(application)).toEqual({ ok: true, value: application });
    expect(checkAcceptance(example('acceptance'))).toMatchObject({ ok: true });
  });

  it('may leave out what is optional, or say null', () => {
    const { asset: _, declarations: __, ...rest } = application;
    expect(faultsOf(rest)).toEqual([]);
    expect(faultsOf({ ...rest, asset: null, declarations: null })).toEqual([]);
    expect(faultsOf(withProposer({ nominee: null, panLast4: undefined }))).toEqual([]);
  });

  it('names every fault at once', () => {
    const { email: _, ...proposer } = application.proposer;
    const body = { ...application, extra: 1, acceptedTotalMinor: 0, proposer: { ...proposer, mobile: '9800000001' } };
    expect(faultsOf(body)).toEqual([
      '/acceptedTotalMinor RANGE',
      '/extra UNKNOWN_FIELD',
      '/proposer/email REQUIRED',
      '/proposer/mobile FORMAT',
    ]);
  });

  it.each([['PAY 88f1'], [''], ['x'.repeat(31)], ['PAY-₹']])('takes no payment under the reference %j', (reference) => {
    expect(faultsOf(withPayment({ reference }))).toEqual([expect.stringMatching(/^\/payment\/reference /)]);
  });

  it('takes names in any script, and no control characters', () => {
    expect(faultsOf(withProposer({ fullName: 'आशा राव' }))).toEqual([]);
    expect(faultsOf(withProposer({ fullName: 'Asha\u0007Rao' }))).toEqual(['/proposer/fullName FORMAT']);
    expect(faultsOf(withProposer({ fullName: '   ' }))).toEqual([expect.stringMatching(/^\/proposer\/fullName /)]);
  });

  it('names the currency of the payment by its code; whether it is the right one is asked of the offer', () => {
    expect(faultsOf(withPayment({ currency: 'USD' }))).toEqual([]);
    expect(faultsOf(withPayment({ currency: 'rupees' }))).toEqual(['/payment/currency FORMAT']);
  });
});
