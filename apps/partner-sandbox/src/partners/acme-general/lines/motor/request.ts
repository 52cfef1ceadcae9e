import { z } from 'zod';
import { NCB_SLABS } from '../../../../rating/no-claims-bonus.js';
import { masterCode } from '../../../../wire/check-body.js';
import { FUEL_CODES, OFFICE_OF_RTO, VEHICLE_OF_MODEL } from '../../master-codes.js';
import { civilDate, mobile, pincode } from '../../wire-forms.js';
import { ADD_ONS, COVERAGES, PRODUCTS } from './codes.js';

/** A plate as A writes it: `MH-12-AB-1234`, `MH-12-1234`, `22-BH-1234-AA`. */
const PLATE = /^[A-Z]{2}-\d{1,2}(-[A-Z]{1,3})?-\d{1,4}$|^\d{2}-BH-\d{4}-[A-Z]{1,2}$/;

/** The single fields, for the rules that need only some of them. */
export const product = z.enum(PRODUCTS);
export const coverage = z.enum(COVERAGES);
export const modelCode = masterCode(VEHICLE_OF_MODEL, 'Model', 'UNKNOWN_MODEL');
export const fuel = z.enum(FUEL_CODES);
export const registrationNumber = z
  .string()
  .regex(PLATE, 'Expected MH-12-AB-1234')
  .transform((plate) => plate.replaceAll('-', ''))
  .nullish();

const vehicle = z.object({
  modelCode,
  fuel,
  registrationNumber,
  rto: masterCode(OFFICE_OF_RTO, 'RTO', 'UNKNOWN_RTO'),
  firstRegistered: civilDate,
  isNew: z.boolean().nullish(),
});

const noClaim = z.object({
  previousPercent: z.literal(NCB_SLABS),
  claimsInExpiringPolicy: z.int().min(0),
});

const expiringPolicy = z.object({ expiryDate: civilDate, insurerCode: z.string().nullish() });

/** The body of a motor quote; plates come out without hyphens, codes as the master's entries (partners.md A.2). */
export const motorRequest = z.object({
  product,
  partnerReference: z.string().max(64),
  proposal: z.object({
    coverage,
    inceptionDate: civilDate,
    vehicle,
    noClaim: noClaim.nullish(),
    expiringPolicy: expiringPolicy.nullish(),
    insuredValue: z.int().nullish(),
    voluntaryDeductible: z.int(),
    addOns: z.array(z.enum(ADD_ONS)),
    ownerDriverPa: z.boolean(),
  }),
  customer: z.object({
    type: z.literal('INDIVIDUAL'),
    dateOfBirth: civilDate,
    pincode,
    mobile: mobile.nullish(),
  }),
});

export type MotorRequest = z.infer<typeof motorRequest>;
