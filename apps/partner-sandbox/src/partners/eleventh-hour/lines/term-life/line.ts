import { ok } from '@app/domain';
import { z } from 'zod';
import { pincodeMagicValue } from '../../../../magic/magic-values.js';
import { checkBody, type Rule, rule } from '../../../../wire/check-body.js';
import { civilDate, FIELD_CODES } from '../../wire-forms.js';
import type { EleventhHourLine } from '../eleventh-hour-line.js';
import { lifeRequest } from './request.js';
import { assessLife } from './underwriting.js';

/** Errata 12. */
const bornBeforeStart: Rule = rule(
  z.object({ term: z.object({ startsOn: civilDate, birthDate: civilDate }) }),
  ({ term: { startsOn, birthDate } }) =>
    birthDate <= startsOn ? [] : [{ path: ['term', 'birthDate'], code: FIELD_CODES.range, message: 'after startsOn' }],
);

export const termLife: EleventhHourLine = {
  line: 'TERM',
  policyLetter: 'T',
  readyAfterMs: 5_000,
  check: (body) => {
    const checked = checkBody(lifeRequest, [bornBeforeStart], FIELD_CODES, body);
    if (!checked.ok) return checked;
    const { externalRef, callback, term } = checked.value;
    const { startsOn: startDate, ...risk } = term;
    return ok({
      externalRef,
      callbackUrl: callback?.url ?? null,
      startDate,
      years: term.termYears,
      magicValue: pincodeMagicValue(term.postalCode),
      assess: () => assessLife({ ...risk, startDate }),
    });
  },
};
