import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AcmeCaller,
  acmeHealthMember,
  acmeHealthRequest,
  acmeHealthWith,
  acmeIssueRequest,
  acmeMotorRequest,
} from '../../../../testing/acme-caller.js';
import { startTestSandbox, type TestSandbox } from '../../../../testing/test-sandbox.js';
import { textAt } from '../../../../wire/json.js';

const { vehicle: _, ...proposer } = acmeIssueRequest('AGQ-1', 1736040);
const conditioned = { ...acmeHealthMember, preExisting: ['E11'] };

describe("A's health quote", () => {
  let test: TestSandbox;
  let acme: AcmeCaller;

  beforeAll(async () => {
    test = await startTestSandbox();
    acme = await new AcmeCaller(test.sandbox.url).signIn();
  });
  afterAll(() => test.sandbox.stop());

  it('has the printed premium for the printed request', async () => {
    const { status, json } = await acme.quote(acmeHealthRequest);
    expect(status).toBe(201);
    expect(json).toEqual({
      quoteId: 'AGQ-20261123-000001',
      partnerReference: 'Q-01J9-H',
      decision: 'ACCEPTED',
      bindable: true,
      createdAt: '2026-11-23T10:00:00Z',
      validUntil: '2026-12-08T10:00:00Z',
      reasons: [],
      premium: {
        currency: 'INR',
        lines: [{ code: 'BASE', amount: 1736040 }],
        net: 1736040,
        taxes: [{ code: 'GST', rateBp: 0, amount: 0, exemption: 'INDIVIDUAL_HEALTH' }],
        total: 1736040,
      },
    });
  });

  it.each([
    ['AG-D11', [{ ...acmeHealthMember, dateOfBirth: '1960-12-01' }]],
    ['AG-D12', [conditioned, conditioned, conditioned]],
  ])('is declined with %s', async (code, members) => {
    const { json } = await acme.quote(acmeHealthWith({ members }));
    expect(json).toMatchObject({ decision: 'DECLINED', bindable: false, reasons: [{ code }] });
    expect(json).not.toHaveProperty('premium');
  });

  it('takes a member of 65 years, and two with conditions', async () => {
    const members = [{ ...conditioned, dateOfBirth: '1960-12-02' }, conditioned];
    const { json } = await acme.quote(acmeHealthWith({ members, sumInsured: 50000000 }));
    expect(json).toMatchObject({ decision: 'ACCEPTED' });
  });

  it('is referred for a medical test where a condition meets ten lakh', async () => {
    const { json } = await acme.quote(acmeHealthWith({ members: [conditioned] }));
    expect(json).toMatchObject({ decision: 'REFERRED', bindable: false, reasons: [{ code: 'AG-R11' }] });
  });

  it('finds its magic value in the pincode of the proposal', async () => {
    const declined = await acme.quote(acmeHealthWith({ pincode: '419101' }));
    expect(declined.json).toMatchObject({ decision: 'DECLINED', reasons: [{ code: 'AG-D99' }] });
    const members = [conditioned];
    const referred = await acme.quote(acmeHealthWith({ pincode: '419002', members }));
    expect(referred.json).toMatchObject({ reasons: [{ code: 'AG-R11' }, { code: 'AG-R99' }] });
  });

  it('becomes a policy of its tenure, without a vehicle', async () => {
    const quoteId = await acme.quoteId(acmeHealthWith({ tenureYears: 2 }));
    const total = 3211674;
    const payment = { reference: 'PAY-88f1', method: 'UPI', amount: total, paidAt: '2026-11-23T10:12:00Z' };
    const { status, json } = await acme.issue('key-h', { ...proposer, quoteId, acceptedTotal: total, payment });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      policyNumber: 'AG/HL/2026/0000001',
      status: 'ISSUED',
      period: { from: '2026-12-01T00:00:00+05:30', to: '2028-11-30T23:59:59+05:30' },
    });
  });

  it('does without a vehicle where the quote has none or is unknown, and not for a car', async () => {
    const codeOf = async (key: string, quoteId: string) =>
      textAt((await acme.issue(key, { ...proposer, quoteId })).json, ['code']);
    expect(await codeOf('key-u', 'AGQ-unknown')).toBe('QUOTE_NOT_FOUND');
    expect(await codeOf('key-c', await acme.quoteId(acmeMotorRequest))).toBe('VALIDATION_FAILED');
  });
});
