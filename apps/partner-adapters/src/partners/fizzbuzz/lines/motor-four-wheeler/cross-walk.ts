import type { CoverType, MotorAddOn } from '@app/product-lines';
import type { FizzbuzzCover, FizzbuzzMotorPlan } from './wire.js';

/** Our codes to F's. What is missing F does not know, and gets no quote request for. */

/** rating.md Annex 1, column F. */
export const MODEL_REFS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    FW01: 7001,
    FW02: 7002,
    FW03: 7003,
    FW04: 7004,
    FW05: 7005,
    FW06: 7006,
    FW07: 7007,
    FW08: 7008,
    FW09: 7009,
  }),
);

/** rating.md Annex 2. */
export const RTO_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MH01: 'IN-MH-01',
    MH12: 'IN-MH-12',
    DL01: 'IN-DL-01',
    KA01: 'IN-KA-01',
    TN01: 'IN-TN-01',
    WB02: 'IN-WB-02',
    TS09: 'IN-TS-09',
    GJ01: 'IN-GJ-01',
    MH20: 'IN-MH-20',
    UP32: 'IN-UP-32',
    KA19: 'IN-KA-19',
    RJ14: 'IN-RJ-14',
    KL07: 'IN-KL-07',
    AS01: 'IN-AS-01',
  }),
);

/** F sells no third-party cover alone. */
export const COVERS: Readonly<Partial<Record<CoverType, FizzbuzzCover>>> = {
  COMPREHENSIVE: 'FULL',
  OWN_DAMAGE: 'OD_ONLY',
};

/** Each plan holds its add-ons, wished or not (errata 18). */
export const PLAN_ADD_ONS: Readonly<Record<FizzbuzzMotorPlan, readonly MotorAddOn[]>> = {
  BASIC: [],
  PLUS: ['ZERO_DEP', 'ROADSIDE_ASSIST'],
  MAX: ['ZERO_DEP', 'ROADSIDE_ASSIST', 'ENGINE_PROTECT', 'RETURN_TO_INVOICE', 'CONSUMABLES'],
};

export const isInAPlan = (addOn: MotorAddOn): boolean =>
  Object.values(PLAN_ADD_ONS).some((addOns) => addOns.includes(addOn));

export const PLAN_NAMES: Readonly<Record<FizzbuzzMotorPlan, string>> = {
  BASIC: 'Car Basic',
  PLUS: 'Car Plus',
  MAX: 'Car Max',
};
