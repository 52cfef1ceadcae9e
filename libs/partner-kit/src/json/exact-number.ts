import { minorFromDecimal } from '@app/domain';
import { z } from 'zod';

/** A JSON number as it was written: binary floating point never touches it. */
class ExactNumber {
  constructor(readonly source: string) {}
}

/** JSON in which every number is an `ExactNumber`. Throws `SyntaxError`. */
export const parseExactNumbers = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? new ExactNumber(context.source) : value,
  );

/**
 * A number with at most two decimals, in hundredths: rupees → paise, percent → basis points. For bodies that were read
 * with `parseExactNumbers`.
 */
export const hundredths = z.instanceof(ExactNumber).transform(({ source }, context) => {
  const value = minorFromDecimal(source);
  if (value === undefined) context.addIssue('expected a number with at most two decimals');
  return value ?? z.NEVER;
});
