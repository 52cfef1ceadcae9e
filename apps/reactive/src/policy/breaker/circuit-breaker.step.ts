import type { OperationOf } from '../partner-operations.js';
import { circuitOpen, type PolicyStep } from '../policy-step.js';

/** An open breaker answers at once: `FAILED`, category `CIRCUIT_OPEN`. */
export const throughBreaker =
  (operationOf: OperationOf): PolicyStep =>
  (next) =>
  async (attempt) => {
    const { breaker } = operationOf(attempt.partner);
    return (await breaker.pass(() => next(attempt))) ?? circuitOpen();
  };
