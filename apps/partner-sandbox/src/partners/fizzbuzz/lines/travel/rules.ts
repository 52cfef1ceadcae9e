import { z } from 'zod';
import { type Rule, rule } from '../../../../wire/check-body.js';
import { civilDate, FIELD_CODES, ORDER_RULE } from '../../wire-forms.js';

/** What params of a trip must be to each other (partners.md F.2, errata 12, 13). */

const tripHasAnEnd = rule(z.object({ annual: z.literal(false), end: z.unknown().optional() }), ({ end }) =>
  (end ?? null) === null ? [{ path: ['end'], code: FIELD_CODES.missing, message: 'a single trip ends' }] : [],
);

const endsAfterStart = rule(z.object({ start: civilDate, end: civilDate }), ({ start, end }) =>
  start <= end ? [] : [{ path: ['end'], code: ORDER_RULE, message: 'before start' }],
);

const bornBeforeStart = rule(
  z.object({ start: civilDate, travellers: z.array(z.object({ born: civilDate })) }),
  ({ start, travellers }) =>
    travellers.flatMap(({ born }, index) =>
      born <= start ? [] : [{ path: ['travellers', index, 'born'], code: ORDER_RULE, message: 'after start' }],
    ),
);

export const TRAVEL_RULES: readonly Rule[] = [tripHasAnEnd, endsAfterStart, bornBeforeStart];
