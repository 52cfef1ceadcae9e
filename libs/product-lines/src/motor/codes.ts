export const FUEL_TYPES = ['PETROL', 'DIESEL', 'CNG', 'LPG', 'ELECTRIC', 'HYBRID'] as const;
export type FuelType = (typeof FUEL_TYPES)[number];

export type VehicleClass = '4W' | '2W';

export const COVER_TYPES = ['COMPREHENSIVE', 'OWN_DAMAGE', 'THIRD_PARTY'] as const;
export type CoverType = (typeof COVER_TYPES)[number];

/** Add-ons of both motor lines; what a line or a partner lacks is left out by the partner, with an adjustment. */
export const MOTOR_ADD_ONS = [
  'ZERO_DEP',
  'ROADSIDE_ASSIST',
  'ENGINE_PROTECT',
  'RETURN_TO_INVOICE',
  'CONSUMABLES',
  'NCB_PROTECT',
  'TYRE_PROTECT',
  'KEY_REPLACE',
  'PERSONAL_BELONGINGS',
  'PA_OWNER_DRIVER',
  'PA_UNNAMED_PASSENGERS',
  'LL_PAID_DRIVER',
  'HELMET',
] as const;
export type MotorAddOn = (typeof MOTOR_ADD_ONS)[number];

export const NCB_PERCENTS = [0, 20, 25, 35, 45, 50] as const;
export type NcbPercent = (typeof NCB_PERCENTS)[number];
