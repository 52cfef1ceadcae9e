import type { CanonicalError, ErrorCategory } from '@app/domain';

const FOR_OPERATORS: ReadonlySet<ErrorCategory> = new Set(['AUTHENTICATION', 'AUTHORIZATION']);

/** What only an operator can mend: credentials, clocks, scopes. Logged as errors, for the alarms. */
export const isForOperators = ({ category }: CanonicalError): boolean => FOR_OPERATORS.has(category);
