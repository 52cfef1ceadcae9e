import { FUEL_TYPES, PRODUCT_LINE_IDS, type Rto, type Vehicle } from '@app/product-lines';
import { z } from 'zod';
import { listOf } from './lists.js';

export const vehicleClass = z.enum(['4W', '2W']);

/** A product line, the JSON Schema (draft 2020-12) of its risk with titles and help texts, and who sells it. */
export const productLineItem = z.object({
  id: z.enum(PRODUCT_LINE_IDS),
  title: z.string(),
  domain: z.enum(['motor', 'health', 'travel', 'life']),
  risk: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema (draft 2020-12) of the line’s `risk`' }),
  partners: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** A variant of the vehicle master, with the names of a motor risk (canonical-model.md §3.1). */
export const vehicleItem = z.object({
  vehicleId: z.string(),
  make: z.string(),
  model: z.string(),
  variant: z.string(),
  vehicleClass,
  fuelType: z.enum(FUEL_TYPES),
  engineCapacityCc: z.int().meta({ description: 'Zero for an electric vehicle' }),
  motorPowerWatts: z.int().meta({ description: 'Zero for a combustion engine' }),
  exShowroomPriceMinor: z.int().meta({ description: 'Catalogue price in paise' }),
  seatingCapacity: z.int(),
}) satisfies z.ZodType<Vehicle>;

export const rtoItem = z.object({
  rtoCode: z.string(),
  office: z.string(),
  zone: z.enum(['A', 'B']).meta({ description: 'A: the eight metros' }),
}) satisfies z.ZodType<Rto>;

export const countryItem = z.object({ code: z.string().meta({ description: 'ISO 3166-1 alpha-2' }), name: z.string() });

/** `200` of `GET /v1/product-lines`. */
export const productLineList = listOf(productLineItem);

/** `200` of `GET /v1/reference/vehicles`. */
export const vehicleList = listOf(vehicleItem);

/** `200` of `GET /v1/reference/rtos`. */
export const rtoList = listOf(rtoItem);

/** `200` of `GET /v1/reference/countries`; `name` in English. */
export const countryList = listOf(countryItem);

export type ProductLineList = z.infer<typeof productLineList>;
export type VehicleList = z.infer<typeof vehicleList>;
export type RtoList = z.infer<typeof rtoList>;
export type CountryList = z.infer<typeof countryList>;
