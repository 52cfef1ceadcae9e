import { z } from 'zod';
import { aggregate, amount, civilDate, localTime, postalCode } from '../../wire-forms.js';
import { SUMS_INSURED } from './tariff.js';

const MOST = 10;

const usDollars = z.object({
  FormatCurrencyAmt: aggregate({
    Amt: amount.refine((cents) => SUMS_INSURED.includes(cents), 'expected 50000.00, 100000.00 or 250000.00'),
    CurCd: z.literal('USD'),
  }),
});

/** Medical expenses carry a limit, adventure cover none. */
const coverage = z.discriminatedUnion('CoverageCd', [
  z.object({ CoverageCd: z.literal('MEDEX'), Limit: usDollars }),
  z.object({ CoverageCd: z.literal('ADVENTURE') }),
]);

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected two letters')
  .refine((code) => code !== 'IN', 'IN is no journey abroad');

/** A `PersPkgPolicyQuoteInqRq`; the limit comes out in US cents (partners.md B.2, errata 8). */
export const travelRequest = z.object({
  TransactionRequestDt: localTime,
  CurCd: z.literal('INR'),
  InsuredOrPrincipal: aggregate({
    GeneralPartyInfo: aggregate({ Addr: aggregate({ PostalCode: postalCode.optional() }) }),
  }),
  PersPolicy: aggregate({ LOBCd: z.literal('TRAV') }),
  PersTravelLineBusiness: aggregate({
    TripInfo: aggregate({ DepartureDt: civilDate, ReturnDt: civilDate }),
    Destination: z.array(z.object({ CountryCd: country })).max(MOST),
    Traveler: z.array(z.object({ PersonInfo: aggregate({ BirthDt: civilDate }) })).max(MOST),
    Coverage: z.array(coverage),
  }),
});

export type TravelRequest = z.infer<typeof travelRequest>;

/** The order in which B looks at the fields: those of the line, then what frames them. */
export const FIELD_ORDER = [
  'PersTravelLineBusiness.TripInfo.DepartureDt',
  'PersTravelLineBusiness.TripInfo.ReturnDt',
  'PersTravelLineBusiness.Destination.CountryCd',
  'PersTravelLineBusiness.Traveler.PersonInfo.BirthDt',
  'PersTravelLineBusiness.Coverage.CoverageCd',
  'PersTravelLineBusiness.Coverage.Limit.FormatCurrencyAmt.Amt',
  'PersTravelLineBusiness.Coverage.Limit.FormatCurrencyAmt.CurCd',
  'TransactionRequestDt',
  'CurCd',
  'InsuredOrPrincipal.GeneralPartyInfo.Addr.PostalCode',
  'PersPolicy.LOBCd',
] as const;
