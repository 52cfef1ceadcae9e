import { RTOS, type Rto, VEHICLES, type Vehicle } from '@app/product-lines';

/** A motor risk of the worked examples (rating.md §9). */
export interface WorkedRisk {
  readonly vehicle: Vehicle;
  readonly zone: Rto['zone'];
  readonly registrationDate: string;
  readonly startDate: string;
  readonly cover: 'COMPREHENSIVE' | 'THIRD_PARTY';
  readonly previous: { readonly ncbPercent: number; readonly claims: number; readonly expiryDate: string } | null;
  readonly ownerDriverPa: boolean;
}

function vehicle(id: string): Vehicle {
  const found = VEHICLES.get(id);
  if (found === undefined) throw new RangeError(`No vehicle ${id}`);
  return found;
}

function zone(rtoCode: string): Rto['zone'] {
  const found = RTOS.get(rtoCode);
  if (found === undefined) throw new RangeError(`No RTO ${rtoCode}`);
  return found.zone;
}

const previous = (ncbPercent: number, claims: number, expiryDate: string) => ({ ncbPercent, claims, expiryDate });

export const WORKED_RISKS = {
  M1: {
    vehicle: vehicle('FW02'),
    zone: zone('MH12'),
    registrationDate: '2023-06-15',
    startDate: '2026-12-01',
    cover: 'COMPREHENSIVE',
    previous: previous(25, 0, '2026-11-30'),
    ownerDriverPa: true,
  },
  M2: {
    vehicle: vehicle('FW04'),
    zone: zone('UP32'),
    registrationDate: '2020-02-10',
    startDate: '2026-12-01',
    cover: 'COMPREHENSIVE',
    previous: previous(35, 1, '2026-11-30'),
    ownerDriverPa: true,
  },
  M3: {
    vehicle: vehicle('FW01'),
    zone: zone('DL01'),
    registrationDate: '2017-09-01',
    startDate: '2026-12-01',
    cover: 'THIRD_PARTY',
    previous: previous(50, 0, '2026-11-30'),
    ownerDriverPa: true,
  },
  M3B: {
    vehicle: vehicle('FW01'),
    zone: zone('DL01'),
    registrationDate: '2019-09-01',
    startDate: '2026-12-01',
    cover: 'THIRD_PARTY',
    previous: previous(50, 0, '2026-11-30'),
    ownerDriverPa: true,
  },
  M4: {
    vehicle: vehicle('FW07'),
    zone: zone('KA01'),
    registrationDate: '2026-06-20',
    startDate: '2026-12-01',
    cover: 'COMPREHENSIVE',
    previous: null,
    ownerDriverPa: true,
  },
  M5: {
    vehicle: vehicle('FW05'),
    zone: zone('GJ01'),
    registrationDate: '2024-01-31',
    startDate: '2026-12-15',
    cover: 'COMPREHENSIVE',
    previous: previous(20, 0, '2026-12-14'),
    ownerDriverPa: true,
  },
  M6: {
    vehicle: vehicle('FW06'),
    zone: zone('RJ14'),
    registrationDate: '2025-05-05',
    startDate: '2026-12-05',
    cover: 'COMPREHENSIVE',
    previous: previous(0, 0, '2026-12-04'),
    ownerDriverPa: false,
  },
  T1: {
    vehicle: vehicle('TW03'),
    zone: zone('KA19'),
    registrationDate: '2022-03-05',
    startDate: '2026-12-10',
    cover: 'COMPREHENSIVE',
    previous: previous(20, 0, '2026-12-09'),
    ownerDriverPa: true,
  },
  T2: {
    vehicle: vehicle('TW02'),
    zone: zone('MH12'),
    registrationDate: '2021-08-20',
    startDate: '2026-12-10',
    cover: 'THIRD_PARTY',
    previous: null,
    ownerDriverPa: true,
  },
  T3: {
    vehicle: vehicle('TW06'),
    zone: zone('TN01'),
    registrationDate: '2025-10-01',
    startDate: '2026-12-10',
    cover: 'COMPREHENSIVE',
    previous: previous(0, 0, '2026-12-09'),
    ownerDriverPa: false,
  },
} as const satisfies Record<string, WorkedRisk>;

export type WorkedRiskName = keyof typeof WORKED_RISKS;
