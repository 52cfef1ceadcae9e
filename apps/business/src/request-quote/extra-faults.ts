import { isCivilDate, istDateAt } from '@app/domain';
import { type Fault, PRODUCT_LINE_IDS, PRODUCT_LINES } from '@app/product-lines';
import { z } from 'zod';

const dated = z.object({
  productLine: z.enum(PRODUCT_LINE_IDS),
  risk: z.looseObject({ policyStartDate: z.string().refine(isCivilDate) }),
});

/** A start of cover before today in India. Only asked for with `REJECT_PAST_START_DATES`. */
export function pastStartFaults(body: unknown, now: Date): Fault[] {
  const parsed = dated.safeParse(body);
  if (!parsed.success) return [];
  const start = PRODUCT_LINES[parsed.data.productLine].startDate(parsed.data.risk);
  const today = istDateAt(now);
  if (start === undefined || start >= today) return [];
  return [
    { pointer: '/risk/policyStartDate', code: 'DATE_ORDER', detail: `cover cannot start before today (${today})` },
  ];
}
