import { REGISTRATION_NUMBER } from '@app/product-lines';
import { z } from 'zod';
import { masterCode } from '../../../../wire/check-body.js';
import { OFFICE_OF_TERRITORY } from '../../master-codes.js';
import { aggregate, amount, civilDate, FIELD_CODES, localTime, postalCode, text } from '../../wire-forms.js';
import { COVER_TYPES, COVERAGES, FUEL_TYPES, NCB_CODES } from './codes.js';

const vehicle = aggregate({
  '@id': text.default('V1'),
  ManufacturerCd: text,
  ModelCd: text,
  FuelTypeCd: z.enum(FUEL_TYPES).optional(),
  Registration: aggregate({
    RegistrationId: z.string().regex(REGISTRATION_NUMBER, 'expected MH12AB1234').optional(),
    RegistrationDt: civilDate,
  }),
  TerritoryCd: masterCode(OFFICE_OF_TERRITORY, 'territory', FIELD_CODES.choice),
  StatedValueAmt: z.object({ Amt: amount }).optional(),
  Coverage: z.array(z.object({ CoverageCd: z.enum(COVERAGES) })).default([]),
});

/** A `PersAutoPolicyQuoteInqRq`; amounts come out in paise, the office as the master's entry (partners.md B.2). */
export const motorRequest = z.object({
  TransactionRequestDt: localTime,
  CurCd: z.literal('INR'),
  InsuredOrPrincipal: aggregate({
    GeneralPartyInfo: aggregate({ Addr: aggregate({ PostalCode: postalCode.optional() }) }),
    InsuredOrPrincipalInfo: aggregate({ PersonInfo: aggregate({ BirthDt: civilDate.optional() }) }),
  }),
  PersPolicy: aggregate({ LOBCd: z.literal('AUTOP'), ContractTerm: aggregate({ EffectiveDt: civilDate }) }),
  PersAutoLineBusiness: aggregate({
    CoverTypeCd: z.enum(COVER_TYPES),
    NCBCd: z.enum(NCB_CODES).default('N0'),
    PersVeh: vehicle,
  }),
});

export type MotorRequest = z.infer<typeof motorRequest>;

/** The order in which B looks at the fields: those of the table, then what frames them. */
export const FIELD_ORDER = [
  'PersAutoLineBusiness.CoverTypeCd',
  'PersAutoLineBusiness.PersVeh.ManufacturerCd',
  'PersAutoLineBusiness.PersVeh.ModelCd',
  'PersAutoLineBusiness.PersVeh.FuelTypeCd',
  'PersAutoLineBusiness.PersVeh.Registration.RegistrationId',
  'PersAutoLineBusiness.PersVeh.Registration.RegistrationDt',
  'PersPolicy.ContractTerm.EffectiveDt',
  'PersAutoLineBusiness.PersVeh.TerritoryCd',
  'PersAutoLineBusiness.PersVeh.StatedValueAmt.Amt',
  'PersAutoLineBusiness.PersVeh.Coverage.CoverageCd',
  'PersAutoLineBusiness.NCBCd',
  'TransactionRequestDt',
  'CurCd',
  'InsuredOrPrincipal.GeneralPartyInfo.Addr.PostalCode',
  'InsuredOrPrincipal.InsuredOrPrincipalInfo.PersonInfo.BirthDt',
  'PersPolicy.LOBCd',
] as const;
