import type { Fault } from './fault.js';

/** Who is born after the cover starts. */
export function bornAfter(
  start: string | undefined,
  persons: readonly { readonly dateOfBirth: string }[],
  field: string,
): Fault[] {
  if (start === undefined) return [];
  return persons.flatMap(({ dateOfBirth }, index) =>
    dateOfBirth <= start
      ? []
      : [
          {
            pointer: `/risk/${field}/${index}/dateOfBirth`,
            code: 'DATE_ORDER' as const,
            detail: `born after the cover starts (${start})`,
          },
        ],
  );
}

/** Members are told apart by their number. */
export const sameNumberTwice = (numbers: readonly number[]): Fault[] =>
  numbers.flatMap((number, index) =>
    numbers.indexOf(number) === index
      ? []
      : [
          {
            pointer: `/risk/members/${index}/memberNo`,
            code: 'CONTRADICTION' as const,
            detail: `another member has number ${number} already`,
          },
        ],
  );
