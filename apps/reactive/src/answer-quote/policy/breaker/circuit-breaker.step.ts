import type { PartnerOperations } from '../partner-operations.js';
import { circuitOpen, type PolicyStep } from '../policy-step.js';

/** An open breaker answers at once: `FAILED`, category `CIRCUIT_OPEN`. */
export const throughBreaker =
  (operations: PartnerOperations): PolicyStep =>
  (next) =>
  async (attempt) => {
    const { breaker } = operations.of(attempt.partner);
    return (await breaker.pass(() => next(attempt))) ?? circuitOpen();
  };
