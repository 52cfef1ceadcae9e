import { ageOn } from '@app/domain';
import { z } from 'zod';
import { type Problem, type Rule, rule } from '../../../../wire/check-body.js';
import { bornBeforeStart } from '../../rules.js';
import { civilDate } from '../../wire-forms.js';
import { ADULT_AGE, MOST_MEMBERS } from './codes.js';

/** What fields of a health quote must be to each other (partners.md A.2, errata 7). */

const invalidMembers = (message: string): Problem => ({
  path: ['proposal', 'members'],
  code: 'MEMBERS_INVALID',
  message,
});

const numberOfMembers = rule(
  z.object({ proposal: z.object({ members: z.array(z.unknown()) }) }),
  ({ proposal: { members } }) =>
    members.length >= 1 && members.length <= MOST_MEMBERS ? [] : [invalidMembers(`1 to ${MOST_MEMBERS} members`)],
);

const birthDates = z.object({
  proposal: z.object({ inceptionDate: civilDate, members: z.array(z.object({ dateOfBirth: civilDate })).min(1) }),
});

const membersBornBeforeStart = rule(birthDates, ({ proposal: { inceptionDate, members } }) =>
  members.flatMap(({ dateOfBirth }, index) =>
    dateOfBirth <= inceptionDate
      ? []
      : [
          {
            path: ['proposal', 'members', index, 'dateOfBirth'],
            code: 'DATE_ORDER',
            message: 'Born after inception',
          },
        ],
  ),
);

const hasAnAdult = rule(birthDates, ({ proposal: { inceptionDate, members } }) =>
  members.some(({ dateOfBirth }) => ageOn(dateOfBirth, inceptionDate) >= ADULT_AGE)
    ? []
    : [invalidMembers(`At least one member of ${ADULT_AGE} years or more`)],
);

export const HEALTH_RULES: readonly Rule[] = [numberOfMembers, membersBornBeforeStart, hasAnAdult, bornBeforeStart];
