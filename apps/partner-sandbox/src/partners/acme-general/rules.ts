import { z } from 'zod';
import { rule } from '../../wire/check-body.js';
import { civilDate } from './wire-forms.js';

/** The customer cannot be born after the cover begins, whatever the line (errata 12). */
export const bornBeforeStart = rule(
  z.object({ proposal: z.object({ inceptionDate: civilDate }), customer: z.object({ dateOfBirth: civilDate }) }),
  ({ proposal, customer }) =>
    customer.dateOfBirth <= proposal.inceptionDate
      ? []
      : [{ path: ['customer', 'dateOfBirth'], code: 'DATE_ORDER', message: 'Born after inception' }],
);
