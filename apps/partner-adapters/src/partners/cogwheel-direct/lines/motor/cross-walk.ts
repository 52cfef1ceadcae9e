import type { MotorLine } from '@app/partner-kit';
import type { CoverType, MotorAddOn, NcbPercent } from '@app/product-lines';
import type { CogwheelBundle, CogwheelClass, CogwheelCover } from './wire.js';

/** Our codes to C's. What is missing C does not know, and gets no quote request for. */

/** rating.md Annex 1, column C. */
export const MODEL_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    FW01: 'gulmohar.chalet.1-0-lxi',
    FW02: 'gulmohar.chalet.1-2-zxi',
    FW03: 'nilgai.tern.1-2-cng',
    FW04: 'nilgai.heron.1-5-d',
    FW05: 'tejomay.summit.2-0-at',
    FW06: 'tejomay.summit.1-5-hybrid',
    FW07: 'vidyutka.volt-e.30',
    FW08: 'vidyutka.volt-e.60',
    FW09: 'monsoon.grand.3-0',
    FW10: 'gulmohar.dabba.0-8-lpg',
    TW01: 'cheetal.swiftlet.100',
    TW02: 'cheetal.swiftlet.125',
    TW03: 'barasingha.220r.std',
    TW04: 'barasingha.650.twin',
    TW05: 'urjaka.scoot.s',
    TW06: 'urjaka.scoot.pro',
  }),
);

/** rating.md Annex 2. */
export const RTO_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MH01: 'mh01',
    MH12: 'mh12',
    DL01: 'dl01',
    KA01: 'ka01',
    TN01: 'tn01',
    WB02: 'wb02',
    TS09: 'ts09',
    GJ01: 'gj01',
    MH20: 'mh20',
    UP32: 'up32',
    KA19: 'ka19',
    RJ14: 'rj14',
    KL07: 'kl07',
    AS01: 'as01',
  }),
);

export const CLASSES: Readonly<Record<MotorLine, CogwheelClass>> = {
  'motor-four-wheeler': 'car',
  'motor-two-wheeler': 'bike',
};

export const COVERS: Readonly<Record<CoverType, CogwheelCover>> = {
  COMPREHENSIVE: 'comp',
  OWN_DAMAGE: 'od',
  THIRD_PARTY: 'tp',
};

export const NCB_FRACTIONS: Readonly<Record<NcbPercent, number>> = {
  0: 0,
  20: 0.2,
  25: 0.25,
  35: 0.35,
  45: 0.45,
  50: 0.5,
};

/** C sells add-ons in bundles only, from the smallest to the largest (partners.md C.2). */
export const BUNDLES: readonly { readonly bundle: CogwheelBundle; readonly addOns: readonly MotorAddOn[] }[] = [
  { bundle: 'none', addOns: [] },
  { bundle: 'smart', addOns: ['ZERO_DEP', 'ROADSIDE_ASSIST'] },
  { bundle: 'max', addOns: ['ZERO_DEP', 'ROADSIDE_ASSIST', 'ENGINE_PROTECT', 'RETURN_TO_INVOICE', 'CONSUMABLES'] },
];

export const isInBundles = (addOn: MotorAddOn): boolean => BUNDLES.some(({ addOns }) => addOns.includes(addOn));

/** The largest bundle of a class: a bike that wishes more gets this one (errata 17). */
export const LARGEST_BUNDLES: Readonly<Record<CogwheelClass, CogwheelBundle>> = { car: 'max', bike: 'smart' };

const CLASS_NAMES: Readonly<Record<CogwheelClass, string>> = { car: 'Car', bike: 'Two-Wheeler' };

const COVER_NAMES: Readonly<Record<CogwheelCover, string>> = {
  comp: 'Comprehensive',
  od: 'Own Damage',
  tp: 'Third Party',
};

const BUNDLE_NAMES: Readonly<Record<CogwheelBundle, string>> = {
  none: '',
  smart: ' with Smart Bundle',
  max: ' with Max Bundle',
};

export const planName = (vehicleClass: CogwheelClass, cover: CogwheelCover, bundle: CogwheelBundle): string =>
  `${CLASS_NAMES[vehicleClass]} ${COVER_NAMES[cover]}${BUNDLE_NAMES[bundle]}`;
