import { describe, expect, it } from '@jest/globals';
import { healthRequestFor } from '../../../testing/canonical-requests.js';
import { M1_ORDER, M1_POLICY_REQUEST } from '../testing/worked-policies.js';
import { toAcmeGeneral } from './to-acme-general.js';

const { details } = M1_ORDER;

describe('an order in the words of Acme General', () => {
  it('is the printed one, byte for byte', () => {
    const printed = JSON.stringify(JSON.parse(M1_POLICY_REQUEST));
    expect(JSON.stringify(toAcmeGeneral(M1_ORDER))).toBe(printed);
  });

  it('has the same bytes in whichever order the details came', () => {
    const { payment, proposer, asset } = details;
    const turned = <Value extends object>(value: Value): Value =>
      // The same fields, the last one first.
      Object.fromEntries(Object.entries(value).reverse()) as Value;
    const order = {
      ...turned(M1_ORDER),
      details: turned({
        payment: turned(payment),
        proposer: turned({ ...proposer, address: turned(proposer.address) }),
        asset: turned({ ...asset, engineNumber: 'ENG123456', chassisNumber: 'MA1AB2CD3EF456789' }),
      }),
    };
    expect(JSON.stringify(toAcmeGeneral(order))).toBe(JSON.stringify(toAcmeGeneral(M1_ORDER)));
  });

  it('tells the price that was accepted and what was paid of it apart', () => {
    const order = { ...M1_ORDER, details: { ...details, payment: { ...details.payment, amountMinor: 1 } } };
    expect(toAcmeGeneral(order)).toMatchObject({ acceptedTotal: 1738161, payment: { amount: 1 } });
  });

  it('leaves out who is not named', () => {
    const proposer = { ...details.proposer, nominee: null, panLast4: undefined };
    const told = toAcmeGeneral({ ...M1_ORDER, details: { ...details, proposer } }).proposer;
    expect(Object.keys(told)).toEqual(['fullName', 'email', 'mobile', 'address']);
  });

  it('speaks of no vehicle where people are insured', () => {
    expect(toAcmeGeneral({ ...M1_ORDER, request: healthRequestFor('h1') })).not.toHaveProperty('vehicle');
  });
});
