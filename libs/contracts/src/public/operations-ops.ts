import { z } from 'zod';
import { type ApiOperation, type ApiParameter, BODY_PROBLEMS, forOperators } from './api-operation.js';
import { auditList, partnerList, partnerStateChange, partnerView } from './fleet.js';
import { cursor, limit } from './list-parameters.js';
import { traceparent } from './parameters.js';

const partner: ApiParameter = {
  name: 'partner',
  in: 'path',
  description: 'The id of the partner',
  schema: z.string(),
  example: 'acme-general',
};

export const OPS_OPERATIONS: readonly ApiOperation[] = [
  {
    ...forOperators,
    operationId: 'listPartners',
    method: 'GET',
    path: '/v1/ops/partners',
    summary: 'Partners',
    description:
      'Every partner: what the registry says of it, whether it is asked, what each replica’s breaker does, and how ' +
      'its calls of the last minutes ended.',
    parameters: [cursor, limit, traceparent],
    responses: { 200: { description: 'A page of partners, by id', schema: partnerList } },
    problems: ['validation-failed'],
  },
  {
    ...forOperators,
    operationId: 'setPartnerState',
    method: 'PUT',
    path: '/v1/ops/partners/{partner}/state',
    summary: 'Force a partner online or offline',
    description:
      'What is set here wins over the supervisor, until `until` or until `AUTO` is set. An offline partner is answered ' +
      '`FAILED` at once and is sent nothing. Every change is in the audit.',
    parameters: [partner, traceparent],
    body: partnerStateChange,
    examples: {
      offline: { state: 'OFFLINE', reason: 'planned maintenance', until: '2099-12-01T04:30:00Z' },
      online: { state: 'ONLINE', reason: 'its own status page says that all is well' },
      auto: { state: 'AUTO', reason: 'maintenance is over' },
    },
    responses: { 200: { description: 'The partner as it is now', schema: partnerView } },
    problems: [...BODY_PROBLEMS, 'not-found'],
  },
  {
    ...forOperators,
    operationId: 'readAudit',
    method: 'GET',
    path: '/v1/ops/audit',
    summary: 'The audit',
    description: 'Who changed what, and why, the newest first: operators and the supervisor.',
    parameters: [cursor, limit, traceparent],
    responses: { 200: { description: 'A page of entries', schema: auditList } },
    problems: ['validation-failed'],
  },
];
