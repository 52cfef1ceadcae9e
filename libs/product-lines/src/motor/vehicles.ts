import type { FuelType, VehicleClass } from './codes.js';

/** One variant of the platform's vehicle master; partners have codes of their own for it. */
export interface Vehicle {
  readonly vehicleId: string;
  readonly make: string;
  readonly model: string;
  readonly variant: string;
  readonly vehicleClass: VehicleClass;
  readonly fuelType: FuelType;
  /** Zero for an electric vehicle. */
  readonly engineCapacityCc: number;
  /** Zero for a combustion engine. */
  readonly motorPowerWatts: number;
  readonly exShowroomPriceMinor: number;
  readonly seatingCapacity: number;
}

type VehicleColumns = [
  vehicleId: string,
  make: string,
  model: string,
  variant: string,
  vehicleClass: VehicleClass,
  fuelType: FuelType,
  engineCapacityCc: number,
  motorPowerWatts: number,
  exShowroomPriceMinor: number,
  seatingCapacity: number,
];

/** Annex 1 of the sandbox rating. */
const ANNEX_1: readonly VehicleColumns[] = [
  ['FW01', 'Gulmohar', 'Chalet', '1.0 LXi', '4W', 'PETROL', 998, 0, 54900000, 5],
  ['FW02', 'Gulmohar', 'Chalet', '1.2 ZXi', '4W', 'PETROL', 1197, 0, 78500000, 5],
  ['FW03', 'Nilgai', 'Tern', '1.2 CNG', '4W', 'CNG', 1197, 0, 86500000, 5],
  ['FW04', 'Nilgai', 'Heron', '1.5 D', '4W', 'DIESEL', 1493, 0, 124000000, 5],
  ['FW05', 'Tejomay', 'Summit', '2.0 AT', '4W', 'DIESEL', 1956, 0, 198500000, 7],
  ['FW06', 'Tejomay', 'Summit', '1.5 Hybrid', '4W', 'HYBRID', 1490, 0, 183000000, 5],
  ['FW07', 'Vidyutka', 'Volt-E', '30', '4W', 'ELECTRIC', 0, 29000, 99900000, 5],
  ['FW08', 'Vidyutka', 'Volt-E', '60', '4W', 'ELECTRIC', 0, 60000, 154900000, 5],
  ['FW09', 'Monsoon', 'Grand', '3.0', '4W', 'PETROL', 2998, 0, 645000000, 5],
  ['FW10', 'Gulmohar', 'Dabba', '0.8 LPG', '4W', 'LPG', 796, 0, 42500000, 5],
  ['TW01', 'Cheetal', 'Swiftlet', '100', '2W', 'PETROL', 97, 0, 6850000, 2],
  ['TW02', 'Cheetal', 'Swiftlet', '125', '2W', 'PETROL', 124, 0, 8690000, 2],
  ['TW03', 'Barasingha', '220R', 'Std', '2W', 'PETROL', 219, 0, 14200000, 2],
  ['TW04', 'Barasingha', '650', 'Twin', '2W', 'PETROL', 648, 0, 32900000, 2],
  ['TW05', 'Urjaka', 'Scoot', 'S', '2W', 'ELECTRIC', 0, 2500, 9990000, 2],
  ['TW06', 'Urjaka', 'Scoot', 'Pro', '2W', 'ELECTRIC', 0, 6000, 14990000, 2],
];

const vehicle = ([
  vehicleId,
  make,
  model,
  variant,
  vehicleClass,
  fuelType,
  engineCapacityCc,
  motorPowerWatts,
  exShowroomPriceMinor,
  seatingCapacity,
]: VehicleColumns): Vehicle => ({
  vehicleId,
  make,
  model,
  variant,
  vehicleClass,
  fuelType,
  engineCapacityCc,
  motorPowerWatts,
  exShowroomPriceMinor,
  seatingCapacity,
});

/** The vehicle master by id. */
export const VEHICLES: ReadonlyMap<string, Vehicle> = new Map(ANNEX_1.map((row) => [row[0], vehicle(row)]));
