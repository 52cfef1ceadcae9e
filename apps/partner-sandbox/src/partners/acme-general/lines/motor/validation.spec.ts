import { describe, expect, it } from '@jest/globals';
import { acmeMotorRequest, acmeMotorWith } from '../../../../testing/acme-caller.js';
import { privateCar, twoWheeler } from './line.js';

/** `pointer code` of every problem of a body as it arrives: what is undefined here is absent there. */
function problemsOf(body: unknown, line = privateCar): string[] {
  const checked = line.check(JSON.parse(JSON.stringify(body)));
  return checked.ok ? [] : checked.error.map(({ path, code }) => `/${path.map(String).join('/')} ${code}`);
}

const proposal = (members: object) => acmeMotorWith(members);
const vehicle = (members: object) => acmeMotorWith({}, members);
const customer = (members: object) => ({
  ...acmeMotorRequest,
  customer: { ...acmeMotorRequest.customer, ...members },
});

describe("A's checks of a motor quote", () => {
  it('finds nothing wrong with the printed request', () => {
    expect(problemsOf(acmeMotorRequest)).toEqual([]);
  });

  it('reports all problems of the printed refusal at once', () => {
    const checked = privateCar.check(acmeMotorWith({ voluntaryDeductible: 1 }, { rto: 'XX-99' }));
    expect(checked.ok ? [] : checked.error).toEqual([
      { path: ['proposal', 'vehicle', 'rto'], code: 'UNKNOWN_RTO', message: 'RTO XX-99 is not known' },
      {
        path: ['proposal', 'voluntaryDeductible'],
        code: 'NOT_OFFERED',
        message: 'Allowed: 0, 250000, 500000, 750000, 1500000',
      },
    ]);
  });

  it.each([
    ['/partnerReference FORMAT', { ...acmeMotorRequest, partnerReference: 'r'.repeat(65) }],
    ['/partnerReference REQUIRED', { ...acmeMotorRequest, partnerReference: undefined }],
    ['/proposal REQUIRED', { ...acmeMotorRequest, proposal: null }],
    ['/proposal/coverage ENUM', proposal({ coverage: 'FULL' })],
    ['/proposal/inceptionDate FORMAT', proposal({ inceptionDate: '2026-02-29' })],
    ['/proposal/inceptionDate REQUIRED', proposal({ inceptionDate: undefined })],
    ['/proposal/vehicle/modelCode UNKNOWN_MODEL', vehicle({ modelCode: '999999' })],
    ['/proposal/vehicle/modelCode PRODUCT_MISMATCH', vehicle({ modelCode: '520101' })],
    ['/proposal/vehicle/fuel ENUM', vehicle({ fuel: 'PETROL' })],
    ['/proposal/vehicle/fuel FUEL_MISMATCH', vehicle({ fuel: 'D' })],
    ['/proposal/vehicle/registrationNumber FORMAT', vehicle({ registrationNumber: 'MH12AB1234' })],
    ['/proposal/vehicle/registrationNumber REQUIRED', vehicle({ registrationNumber: null })],
    ['/proposal/vehicle/rto UNKNOWN_RTO', vehicle({ rto: 'MH12' })],
    ['/proposal/vehicle/firstRegistered DATE_ORDER', vehicle({ firstRegistered: '2026-12-02' })],
    [
      '/proposal/noClaim/previousPercent ENUM',
      proposal({ noClaim: { previousPercent: 30, claimsInExpiringPolicy: 0 } }),
    ],
    [
      '/proposal/noClaim/claimsInExpiringPolicy FORMAT',
      proposal({ noClaim: { previousPercent: 0, claimsInExpiringPolicy: -1 } }),
    ],
    ['/proposal/noClaim REQUIRED', proposal({ noClaim: null })],
    ['/proposal/expiringPolicy REQUIRED', proposal({ expiringPolicy: undefined })],
    ['/proposal/insuredValue IDV_OUT_OF_RANGE', proposal({ insuredValue: 51810001 })],
    ['/proposal/insuredValue IDV_OUT_OF_RANGE', proposal({ insuredValue: 42389999 })],
    ['/proposal/insuredValue FORMAT', proposal({ insuredValue: '47100000' })],
    ['/proposal/voluntaryDeductible REQUIRED', proposal({ voluntaryDeductible: null })],
    ['/proposal/addOns/1 ENUM', proposal({ addOns: ['ZD', 'TYRES'] })],
    ['/proposal/ownerDriverPa FORMAT', proposal({ ownerDriverPa: 'Y' })],
    ['/customer/type ENUM', customer({ type: 'COMPANY' })],
    ['/customer/dateOfBirth DATE_ORDER', customer({ dateOfBirth: '2027-01-01' })],
    ['/customer/pincode FORMAT', customer({ pincode: '41100' })],
    ['/customer/mobile FORMAT', customer({ mobile: '9800000001' })],
  ])('reports %s', (problem, body) => {
    expect(problemsOf(body)).toContain(problem);
  });

  it('reports fields and their relations side by side', () => {
    const body = acmeMotorWith({ coverage: 'X', addOns: null }, { fuel: 'D', firstRegistered: '2027-01-01' });
    expect(problemsOf(body)).toEqual([
      '/proposal/coverage ENUM',
      '/proposal/addOns REQUIRED',
      '/proposal/vehicle/fuel FUEL_MISMATCH',
      '/proposal/vehicle/firstRegistered DATE_ORDER',
    ]);
  });

  it('lets out what may be absent, and ignores what it does not know', () => {
    const { mobile: _, ...rest } = acmeMotorRequest.customer;
    const bare = acmeMotorWith({ noClaim: undefined, expiringPolicy: null, insuredValue: undefined, colour: 'red' });
    expect(problemsOf({ ...bare, customer: rest })).toEqual([]);
  });

  it('offers two-wheelers other deductibles than cars', () => {
    const bike = { ...acmeMotorWith({ voluntaryDeductible: 75000 }, { modelCode: '520101' }), product: 'TWO_WHEELER' };
    expect(problemsOf(bike, twoWheeler)).toEqual([]);
    expect(problemsOf({ ...acmeMotorWith({ voluntaryDeductible: 75000 }) })).toEqual([
      '/proposal/voluntaryDeductible NOT_OFFERED',
    ]);
  });
});
