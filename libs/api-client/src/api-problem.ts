import type { ApiSchemas } from './api-client.js';

type Problem = ApiSchemas['Problem'];

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

/** The API refused a call. */
export class ApiProblem extends Error {
  /** Undefined when what answered was not the API, but something before it. */
  readonly problem: Problem | undefined;

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    const problem = isProblem(body) ? body : undefined;
    super(problem === undefined ? `The API answered ${status}` : `${problem.code} (${status}): ${problem.detail}`);
    this.problem = problem;
  }
}
