import { type Result, refused } from '@app/domain';
import type { Problem } from '../../wire/check-body.js';

/** C reports one problem, the first in the order of its field table (errata 12). */
export function firstProblem<Value>(
  checked: Result<Value, readonly Problem[]>,
  fieldOrder: readonly string[],
): Result<Value, Problem> {
  if (checked.ok) return checked;
  const place = ({ path }: Problem): number => fieldOrder.findIndex((field) => field.startsWith(path.join('.')));
  const [first] = checked.error.toSorted((a, b) => place(a) - place(b));
  if (first === undefined) throw new Error('A refused body without a problem');
  return refused(first);
}
