import type { Vehicle } from '@app/product-lines';

export const COVERAGES = ['PACKAGE', 'OWN_DAMAGE', 'LIABILITY'] as const;
export type Coverage = (typeof COVERAGES)[number];

export const ADD_ONS = ['ZD', 'RSA', 'EP', 'RTI', 'CON'] as const;
export type AddOn = (typeof ADD_ONS)[number];

export const PRODUCTS = ['PRIVATE_CAR', 'TWO_WHEELER'] as const;
export type MotorProduct = (typeof PRODUCTS)[number];

export const CLASS_OF_PRODUCT: Readonly<Record<MotorProduct, Vehicle['vehicleClass']>> = {
  PRIVATE_CAR: '4W',
  TWO_WHEELER: '2W',
};
