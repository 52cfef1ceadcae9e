/** Comprehensive, own damage, liability only. */
export const COVER_TYPES = ['CO', 'OD', 'LO'] as const;
export type CoverType = (typeof COVER_TYPES)[number];

/** The entitled slab, and its percent of own damage. */
export const NCB_CODES = ['N0', 'N1', 'N2', 'N3', 'N4', 'N5'] as const;
export const NCB_PERCENT: Readonly<Record<(typeof NCB_CODES)[number], number>> = {
  N0: 0,
  N1: 20,
  N2: 25,
  N3: 35,
  N4: 45,
  N5: 50,
};

export const FUEL_TYPES = ['Gas', 'Diesel', 'NatGas', 'Propane', 'GasElectric', 'Electric'] as const;

const ADD_ONS = ['ZDEP', 'RSA', 'ENGP', 'RTI', 'CONS'] as const;
export type AddOn = (typeof ADD_ONS)[number];

/** The owner-driver's accident cover. */
export const ACCIDENT_COVER = 'PAOD';

export const COVERAGES = [...ADD_ONS, ACCIDENT_COVER] as const;
export type Coverage = (typeof COVERAGES)[number];
