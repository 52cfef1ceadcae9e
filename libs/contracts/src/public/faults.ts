import type { Fault, FaultCode } from '@app/product-lines';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const CODES: Readonly<Record<Issue['code'], FaultCode>> = {
  invalid_type: 'TYPE',
  too_big: 'RANGE',
  too_small: 'RANGE',
  invalid_format: 'FORMAT',
  not_multiple_of: 'RANGE',
  unrecognized_keys: 'UNKNOWN_FIELD',
  invalid_union: 'TYPE',
  invalid_key: 'FORMAT',
  invalid_element: 'TYPE',
  invalid_value: 'ENUM',
  custom: 'FORMAT',
};

/** RFC 6901. */
const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function valueAt(path: readonly PropertyKey[], input: unknown): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    input,
  );
}

function faultsOfIssue(issue: Issue, input: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: 'UNKNOWN_FIELD',
      detail: 'this field is not part of the request',
    }));
  }
  const missing = valueAt(issue.path, input) === undefined;
  const code = missing ? 'REQUIRED' : CODES[issue.code];
  return [{ pointer: pointerTo(issue.path), code, detail: missing ? 'this field is required' : issue.message }];
}

/** What a schema found wrong with an input, one fault for each field. */
export const faultsOf = (error: z.ZodError, input: unknown): Fault[] =>
  error.issues.flatMap((issue) => faultsOfIssue(issue, input));
