import type { Vehicle } from '@app/product-lines';

export const CLASSES = ['car', 'bike'] as const;
export type MotorClass = (typeof CLASSES)[number];

export const VEHICLE_CLASS: Readonly<Record<MotorClass, Vehicle['vehicleClass']>> = { car: '4W', bike: '2W' };

export const COVERS = ['comp', 'od', 'tp'] as const;
export type Cover = (typeof COVERS)[number];

export const BUNDLES = ['none', 'smart', 'max'] as const;
export type Bundle = (typeof BUNDLES)[number];

/** The entitled slab as a fraction, and in percent. */
export const NCB_FRACTIONS = [0, 0.2, 0.25, 0.35, 0.45, 0.5] as const;
export const ncbPercent = (fraction: (typeof NCB_FRACTIONS)[number]): number => Math.round(100 * fraction);
