import { ok } from '@app/domain';
import { z } from 'zod';
import { pincodeMagicValue } from '../../../../magic/magic-values.js';
import { checkBody, type Rule, rule } from '../../../../wire/check-body.js';
import { civilDate, FIELD_CODES } from '../../wire-forms.js';
import type { EleventhHourLine } from '../eleventh-hour-line.js';
import { healthRequest } from './request.js';
import { assessHealth } from './underwriting.js';

/** Errata 12. */
const bornBeforeStart: Rule = rule(
  z.object({ health: z.object({ startsOn: civilDate, persons: z.array(z.object({ birthDate: civilDate })) }) }),
  ({ health: { startsOn, persons } }) =>
    persons.flatMap(({ birthDate }, index) =>
      birthDate <= startsOn
        ? []
        : [
            {
              path: ['health', 'persons', index, 'birthDate'],
              code: FIELD_CODES.range,
              message: 'after startsOn',
            },
          ],
    ),
);

export const health: EleventhHourLine = {
  line: 'HEALTH',
  policyLetter: 'H',
  readyAfterMs: 3_000,
  check: (body) => {
    const checked = checkBody(healthRequest, [bornBeforeStart], FIELD_CODES, body);
    if (!checked.ok) return checked;
    const { externalRef, callback, health } = checked.value;
    const { startsOn: startDate, ...risk } = health;
    return ok({
      externalRef,
      callbackUrl: callback?.url ?? null,
      startDate,
      years: 1,
      magicValue: pincodeMagicValue(health.postalCode),
      assess: () => assessHealth({ ...risk, startDate }),
    });
  },
};
