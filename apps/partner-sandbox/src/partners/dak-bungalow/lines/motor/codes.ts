import type { Vehicle } from '@app/product-lines';
import type { NCB_SLABS } from '../../../../rating/no-claims-bonus.js';

/** Cars and two-wheelers. */
export const VEHICLE_CLASSES = ['PVT', '2WH'] as const;
export type VehicleClass = (typeof VEHICLE_CLASSES)[number];

export const CLASS_OF_CODE: Readonly<Record<VehicleClass, Vehicle['vehicleClass']>> = { PVT: '4W', '2WH': '2W' };

/** Package, own damage, liability. */
export const COVERS = ['P', 'O', 'L'] as const;
export type Cover = (typeof COVERS)[number];

export const NCB_LETTERS = ['Z', 'A', 'B', 'C', 'D', 'E'] as const;

/** The slab of the previous policy, percent. */
export const NCB_OF_LETTER: Readonly<Record<(typeof NCB_LETTERS)[number], (typeof NCB_SLABS)[number]>> = {
  Z: 0,
  A: 20,
  B: 25,
  C: 35,
  D: 45,
  E: 50,
};

/** What stands in place of the first part of a plate that a new vehicle does not have yet. */
export const NEW_VEHICLE = 'NEW';
