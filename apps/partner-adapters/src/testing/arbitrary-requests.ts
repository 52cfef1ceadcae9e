import { addDays } from '@app/domain';
import { COVER_TYPES, MOTOR_ADD_ONS, NCB_PERCENTS, REGISTRATION_NUMBER, RTOS, VEHICLES } from '@app/product-lines';
import fc from 'fast-check';
import { requestFor } from './canonical-requests.js';

const vehicles = [...VEHICLES.values()];

/** A day of the years around the worked examples. */
const someDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2018-01-01', days));

const someMinor = fc.integer({ min: 1, max: 500_000_000 });

const previousPolicy = fc.record({
  insurerName: fc.string({ minLength: 1, maxLength: 20 }),
  coverType: fc.constantFrom(...COVER_TYPES),
  expiryDate: someDay,
  ncbPercent: fc.constantFrom(...NCB_PERCENTS),
  claimCount: fc.integer({ min: 0, max: 5 }),
  hadZeroDep: fc.boolean(),
});

/** Any car or two-wheeler that a customer can ask for. */
export const anyRequest = fc
  .record({
    vehicle: fc.constantFrom(...vehicles),
    rtoCode: fc.constantFrom(...RTOS.keys()),
    registrationNumber: fc.option(fc.stringMatching(REGISTRATION_NUMBER)),
    registrationDate: someDay,
    ownerType: fc.constantFrom('INDIVIDUAL' as const, 'COMPANY' as const),
    policyStartDate: someDay,
    policyTenureYears: fc.integer({ min: 1, max: 5 }),
    coverType: fc.constantFrom(...COVER_TYPES),
    requestedIdvMinor: fc.option(someMinor),
    previousPolicy: fc.option(previousPolicy),
    addOns: fc.shuffledSubarray([...MOTOR_ADD_ONS]),
    voluntaryDeductibleMinor: fc.constantFrom(0, 250_000, 500_000, 750_000, 1_500_000),
    electricalAccessoriesMinor: fc.constantFrom(0, 100_000),
    externalGasKitMinor: fc.constantFrom(0, 3_000_000),
  })
  .map(({ vehicle: { vehicleId, vehicleClass }, ...answers }) =>
    requestFor(vehicleClass === '2W' ? 't1' : 'm1', { vehicleId, ...answers }),
  );

/** Up to nine signed amounts whose sum is positive. */
export const someAmounts = fc
  .array(fc.integer({ min: -500_000, max: 5_000_000 }), { maxLength: 8 })
  .map((amounts) => [...amounts, 5_000_001]);
