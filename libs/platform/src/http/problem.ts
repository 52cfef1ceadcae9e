import { STATUS_CODES } from 'node:http';
import type { Problem } from '@app/contracts';

export type ProblemError = NonNullable<Problem['errors']>[number];

/** A refusal that becomes a problem document (RFC 9457). `detail` is for the caller: no internals, no one else's data. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: {
      readonly errors?: readonly ProblemError[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
  }
}

/** The document for one answer. */
export function problemDocument(problem: ProblemException, instance: string, traceId: string): Problem {
  const { status, code, detail, extra } = problem;
  return {
    type: `/problems/${code}`,
    title: STATUS_CODES[status] ?? code,
    status,
    detail,
    instance,
    code,
    traceId,
    ...(extra.errors === undefined ? {} : { errors: [...extra.errors] }),
  };
}

export const notFound = (): ProblemException => new ProblemException(404, 'not-found', 'There is nothing here.');

export const unauthorized = (detail: string): ProblemException => new ProblemException(401, 'unauthorized', detail);
