import type { ApiOperation } from './api-operation.js';
import { APPLICATION_OPERATIONS } from './operations-applications.js';
import { DEAD_LETTER_OPERATIONS } from './operations-dead-letters.js';
import { OPS_OPERATIONS } from './operations-ops.js';
import { APPLICATION_OPS_OPERATIONS } from './operations-ops-applications.js';
import { QUOTE_OPERATIONS } from './operations-quotes.js';
import { REFERENCE_OPERATIONS } from './operations-reference.js';
import { SERVICE_OPERATIONS } from './operations-service.js';

/** Every operation of the public port: the one list that documents and clients are made from. */
export const OPERATIONS: readonly ApiOperation[] = [
  ...QUOTE_OPERATIONS,
  ...APPLICATION_OPERATIONS,
  ...REFERENCE_OPERATIONS,
  ...SERVICE_OPERATIONS,
  ...OPS_OPERATIONS,
  ...DEAD_LETTER_OPERATIONS,
  ...APPLICATION_OPS_OPERATIONS,
];
