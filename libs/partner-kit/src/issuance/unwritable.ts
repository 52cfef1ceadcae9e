import type { CanonicalError } from '@app/domain';
import { failure } from '../errors/canonical-failure.js';

/**
 * `VALIDATION`, by the names of these texts, when one of them has a character that the partner's form of writing cannot
 * hold: sent as something else, it would stand so in the policy. Undefined when all of them can be written.
 */
export function unwritable(texts: Readonly<Record<string, string>>, writable: RegExp): CanonicalError | undefined {
  const names = Object.keys(texts).filter((name) => !writable.test(texts[name] ?? ''));
  return names.length === 0
    ? undefined
    : failure('VALIDATION', `cannot be written to the partner: ${names.join(', ')}`);
}
