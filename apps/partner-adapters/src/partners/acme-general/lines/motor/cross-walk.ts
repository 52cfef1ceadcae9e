import type { MotorLine } from '@app/partner-kit';
import type { CoverType, FuelType, MotorAddOn } from '@app/product-lines';
import type { AcmeCoverage, AcmeMotorProduct } from './wire.js';

/** Our codes to A's. What is missing A does not know, and gets no quote request for. */

/** rating.md Annex 1, column A. */
export const MODEL_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    FW01: '410101',
    FW02: '410102',
    FW03: '410203',
    FW04: '410204',
    FW05: '410305',
    FW06: '410306',
    FW07: '410407',
    FW08: '410408',
    FW10: '410110',
    TW01: '520101',
    TW02: '520102',
    TW03: '520203',
    TW04: '520204',
    TW05: '520305',
    TW06: '520306',
  }),
);

/** rating.md Annex 2. */
export const RTO_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MH01: 'MH-01',
    MH12: 'MH-12',
    DL01: 'DL-01',
    KA01: 'KA-01',
    TN01: 'TN-01',
    WB02: 'WB-02',
    TS09: 'TS-09',
    GJ01: 'GJ-01',
    MH20: 'MH-20',
    UP32: 'UP-32',
    KA19: 'KA-19',
    RJ14: 'RJ-14',
    KL07: 'KL-07',
    AS01: 'AS-01',
  }),
);

export const PRODUCTS: Readonly<Record<MotorLine, AcmeMotorProduct>> = {
  'motor-four-wheeler': 'PRIVATE_CAR',
  'motor-two-wheeler': 'TWO_WHEELER',
};

export const FUELS: Readonly<Record<FuelType, string>> = {
  PETROL: 'P',
  DIESEL: 'D',
  CNG: 'C',
  LPG: 'L',
  ELECTRIC: 'E',
  HYBRID: 'H',
};

export const COVERAGES: Readonly<Record<CoverType, AcmeCoverage>> = {
  COMPREHENSIVE: 'PACKAGE',
  OWN_DAMAGE: 'OWN_DAMAGE',
  THIRD_PARTY: 'LIABILITY',
};

const PRODUCT_NAMES: Readonly<Record<AcmeMotorProduct, string>> = {
  PRIVATE_CAR: 'Car',
  TWO_WHEELER: 'Two-Wheeler',
};

const COVERAGE_NAMES: Readonly<Record<AcmeCoverage, string>> = {
  PACKAGE: 'Package',
  OWN_DAMAGE: 'Own Damage',
  LIABILITY: 'Liability',
};

export const planName = (product: AcmeMotorProduct, coverage: AcmeCoverage): string =>
  `${PRODUCT_NAMES[product]} ${COVERAGE_NAMES[coverage]}`;

/** The add-ons that A sells one by one, some of them for cars alone; owner-driver accident cover is a flag of its own. */
export const ADD_ON_CODES: Readonly<Partial<Record<MotorAddOn, string>>> = {
  ZERO_DEP: 'ZD',
  ROADSIDE_ASSIST: 'RSA',
  ENGINE_PROTECT: 'EP',
  RETURN_TO_INVOICE: 'RTI',
  CONSUMABLES: 'CON',
};
