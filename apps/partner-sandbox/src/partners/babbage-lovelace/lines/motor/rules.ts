import { z } from 'zod';
import { type Problem, type Rule, rule } from '../../../../wire/check-body.js';
import { findVehicle } from '../../master-codes.js';
import { civilDate, FIELD_CODES, text } from '../../wire-forms.js';
import type { FIELD_ORDER } from './request.js';

/** What fields of a car quote must be to each other (partners.md B.2, errata 12). */

const invalid = (field: (typeof FIELD_ORDER)[number], message: string): Problem => ({
  path: field.split('.'),
  code: FIELD_CODES.choice,
  message,
});

const knownModel = rule(
  z.object({ PersAutoLineBusiness: z.object({ PersVeh: z.object({ ManufacturerCd: text, ModelCd: text }) }) }),
  ({ PersAutoLineBusiness: { PersVeh } }) =>
    findVehicle(PersVeh.ManufacturerCd, PersVeh.ModelCd) === undefined
      ? [invalid('PersAutoLineBusiness.PersVeh.ModelCd', `model ${PersVeh.ModelCd} is not known`)]
      : [],
);

const effective = z.object({ ContractTerm: z.object({ EffectiveDt: civilDate }) });

const registeredBeforeStart = rule(
  z.object({
    PersPolicy: effective,
    PersAutoLineBusiness: z.object({
      PersVeh: z.object({ Registration: z.object({ RegistrationDt: civilDate }) }),
    }),
  }),
  ({ PersPolicy, PersAutoLineBusiness }) =>
    PersAutoLineBusiness.PersVeh.Registration.RegistrationDt <= PersPolicy.ContractTerm.EffectiveDt
      ? []
      : [invalid('PersAutoLineBusiness.PersVeh.Registration.RegistrationDt', 'after EffectiveDt')],
);

const bornBeforeStart = rule(
  z.object({
    PersPolicy: effective,
    InsuredOrPrincipal: z.object({
      InsuredOrPrincipalInfo: z.object({ PersonInfo: z.object({ BirthDt: civilDate }) }),
    }),
  }),
  ({ PersPolicy, InsuredOrPrincipal }) =>
    InsuredOrPrincipal.InsuredOrPrincipalInfo.PersonInfo.BirthDt <= PersPolicy.ContractTerm.EffectiveDt
      ? []
      : [invalid('InsuredOrPrincipal.InsuredOrPrincipalInfo.PersonInfo.BirthDt', 'after EffectiveDt')],
);

export const MOTOR_RULES: readonly Rule[] = [knownModel, registeredBeforeStart, bornBeforeStart];
