import { APPLICATION_STATUSES } from '@app/domain';
import { z } from 'zod';
import { type ApiOperation, type ApiParameter, BODY_PROBLEMS, forOperators } from './api-operation.js';
import { operatorApplicationView } from './application-view.js';
import { cursor, limit } from './list-parameters.js';
import { applicationId, traceparent } from './parameters.js';
import { applicationList, resolutionOrder } from './resolution.js';

const query = (name: string, description: string, schema: z.ZodType): ApiParameter => ({
  name,
  in: 'query',
  description,
  schema,
});

export const APPLICATION_OPS_OPERATIONS: readonly ApiOperation[] = [
  {
    ...forOperators,
    operationId: 'listApplications',
    method: 'GET',
    path: '/v1/ops/applications',
    summary: 'Applications',
    description:
      'The newest first, with the root cause of the last failure. `refund=DUE` are those whose money goes back.',
    parameters: [
      query('status', 'Only those in this state', z.enum(APPLICATION_STATUSES)),
      query('refund', 'Only those with such a refund', z.enum(['DUE', 'REFUNDED'])),
      cursor,
      limit,
      traceparent,
    ],
    responses: { 200: { description: 'A page of applications', schema: applicationList } },
    problems: ['validation-failed'],
  },
  {
    ...forOperators,
    operationId: 'resolveApplication',
    method: 'POST',
    path: '/v1/ops/applications/{id}/resolutions',
    summary: 'Resolve an application',
    description:
      'What `NEEDS_ATTENTION` is sent again (`RESUBMIT`: under a new key after a definite refusal, else under the same ' +
      'one), is issued (`MARK_ISSUED`, with its number) or rejected (`REJECT`: the money goes back). `MARK_REFUNDED` ' +
      'says that due money has gone back, in any state. Every resolution is in the audit.',
    parameters: [applicationId, traceparent],
    body: resolutionOrder,
    examples: {
      resubmit: { action: 'RESUBMIT', reason: 'the insurer has corrected the payment' },
      issued: { action: 'MARK_ISSUED', reason: 'confirmed by telephone', policyNumber: 'AG/PC/2026/0000031' },
      reject: { action: 'REJECT', reason: 'the insurer will not issue it' },
      refunded: { action: 'MARK_REFUNDED', reason: 'sent back by the payment provider' },
    },
    responses: { 200: { description: 'The application as it is now', schema: operatorApplicationView } },
    problems: [...BODY_PROBLEMS, 'not-found', 'not-resolvable'],
  },
];
