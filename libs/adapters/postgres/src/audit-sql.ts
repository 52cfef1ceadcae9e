import type { AuditRecord } from '@app/ports';

/** In the order of `auditValues`. */
export const AUDIT_COLUMNS = 'at, actor, action, subject, reason, details';

/** The entry in the parameters from this one on, as values of a SELECT. */
export const auditFrom = (first: number): string =>
  ['timestamptz', 'text', 'text', 'text', 'text', 'json'].map((type, at) => `$${first + at}::${type}`).join(', ');

/** The same, with what only the statement itself knows among the details; `facts` is a `jsonb`. */
export const auditWith = (first: number, facts: string): string =>
  `${auditFrom(first).replace(/\$\d+::json$/, (details) => `(${details}b || ${facts})::json`)}`;

/** Nothing but nulls where there is no entry. */
export const auditValues = (audit: AuditRecord | undefined): unknown[] => {
  const { at, actor, action, subject, reason, details } = audit ?? {};
  const json = details === undefined ? null : JSON.stringify(details);
  return [at, actor, action, subject, reason, json].map((value) => value ?? null);
};
