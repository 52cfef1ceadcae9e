import { ok } from '@app/domain';
import { z } from 'zod';
import { pincodeMagicValue } from '../../../../magic/magic-values.js';
import { checkBody, type Rule, rule } from '../../../../wire/check-body.js';
import { firstProblem } from '../../../../wire/first-problem.js';
import { FIELD_CODES, wireDate } from '../../wire-forms.js';
import type { CogwheelLine } from '../cogwheel-line.js';
import type { LifeRisk } from './rating.js';
import { FIELD_ORDER, type LifeRequest, lifeRequest } from './request.js';
import { assessLife } from './underwriting.js';

/** Errata 12. */
const bornBeforeStart: Rule = rule(
  z.object({ start_date: wireDate, life: z.object({ dob: wireDate }) }),
  ({ start_date, life }) =>
    life.dob <= start_date ? [] : [{ path: ['life', 'dob'], code: FIELD_CODES.range, message: 'after start_date' }],
);

const toRisk = (request: LifeRequest): LifeRisk => ({
  dateOfBirth: request.life.dob,
  startDate: request.start_date,
  sex: request.life.sex,
  smoker: request.life.smoker,
  sumAssured: request.sum_assured,
  termYears: request.term_years,
  payMode: request.pay_mode,
});

export const termLife: CogwheelLine = {
  quotePath: '/v2/term/quote',
  quoteLetters: 'CGT',
  insuresVehicle: false,
  check: (body) => {
    const checked = firstProblem(checkBody(lifeRequest, [bornBeforeStart], FIELD_CODES, body), FIELD_ORDER);
    if (!checked.ok) return checked;
    const request = checked.value;
    return ok({
      requestRef: request.request_ref,
      startDate: request.start_date,
      years: request.term_years,
      magicValue: pincodeMagicValue(request.life.pin),
      assess: () => assessLife(toRisk(request)),
    });
  },
};
