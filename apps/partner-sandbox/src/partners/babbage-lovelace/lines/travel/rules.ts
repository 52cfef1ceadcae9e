import { z } from 'zod';
import { type Problem, type Rule, rule } from '../../../../wire/check-body.js';
import { civilDate, FIELD_CODES } from '../../wire-forms.js';

/** What fields of a travel quote must be to each other (partners.md B.2, errata 12). */

const LINE = 'PersTravelLineBusiness';

const returnsAfterDeparture = rule(
  z.object({ [LINE]: z.object({ TripInfo: z.object({ DepartureDt: civilDate, ReturnDt: civilDate }) }) }),
  ({ [LINE]: { TripInfo } }): Problem[] =>
    TripInfo.ReturnDt >= TripInfo.DepartureDt
      ? []
      : [{ path: [LINE, 'TripInfo', 'ReturnDt'], code: FIELD_CODES.range, message: 'before DepartureDt' }],
);

const bornBeforeDeparture = rule(
  z.object({
    [LINE]: z.object({
      TripInfo: z.object({ DepartureDt: civilDate }),
      Traveler: z.array(z.object({ PersonInfo: z.object({ BirthDt: civilDate }) })),
    }),
  }),
  ({ [LINE]: { TripInfo, Traveler } }): Problem[] =>
    Traveler.flatMap(({ PersonInfo }, index) =>
      PersonInfo.BirthDt <= TripInfo.DepartureDt
        ? []
        : [
            {
              path: [LINE, 'Traveler', index, 'PersonInfo', 'BirthDt'],
              code: FIELD_CODES.range,
              message: 'after DepartureDt',
            },
          ],
    ),
);

/** There is no journey without medical expenses. */
const medicalExpenses = rule(
  z.object({ [LINE]: z.object({ Coverage: z.array(z.object({ CoverageCd: z.string() })) }) }),
  ({ [LINE]: { Coverage } }): Problem[] =>
    Coverage.some(({ CoverageCd }) => CoverageCd === 'MEDEX')
      ? []
      : [{ path: [LINE, 'Coverage'], code: FIELD_CODES.missing, message: 'MEDEX is required' }],
);

export const TRAVEL_RULES: readonly Rule[] = [returnsAfterDeparture, bornBeforeDeparture, medicalExpenses];
