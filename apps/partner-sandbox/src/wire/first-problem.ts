import { type Result, refused } from '@app/domain';
import type { Problem } from './check-body.js';

/** Where a problem stands in a field table; a missing group of fields stands where its first field does. */
function place({ path }: Problem, fieldOrder: readonly string[]): number {
  const name = path.filter((key) => typeof key === 'string').join('.');
  return fieldOrder.findIndex((field) => field.startsWith(name));
}

/** What a partner says that reports one problem only: the first in the order of its field table (errata 12). */
export function firstProblem<Value>(
  checked: Result<Value, readonly Problem[]>,
  fieldOrder: readonly string[],
): Result<Value, Problem> {
  if (checked.ok) return checked;
  const [first] = checked.error.toSorted((a, b) => place(a, fieldOrder) - place(b, fieldOrder));
  if (first === undefined) throw new Error('A refused body without a problem');
  return refused(first);
}
