import { z } from 'zod';
import { type ApiOperation, type ApiParameter, BODY_PROBLEMS, forOperators } from './api-operation.js';
import { deadLetterList, discardOrder, queueList, replayOrder, replayReceipt } from './dead-letters.js';
import { cursor, limit } from './list-parameters.js';
import { idOf, traceparent } from './parameters.js';

const queue: ApiParameter = {
  name: 'queue',
  in: 'query',
  description: 'Only those of this queue',
  schema: z.string().max(100),
};

export const DEAD_LETTER_OPERATIONS: readonly ApiOperation[] = [
  {
    ...forOperators,
    operationId: 'listDeadLetters',
    method: 'GET',
    path: '/v1/ops/dead-letters',
    summary: 'Dead letters',
    description: 'Messages that failed as often as they may, by queue and cause. Nothing of what they carry is shown.',
    parameters: [queue, cursor, limit, traceparent],
    responses: { 200: { description: 'A page of groups, by queue and cause', schema: deadLetterList } },
    problems: ['validation-failed'],
  },
  {
    ...forOperators,
    operationId: 'replayDeadLetters',
    method: 'POST',
    path: '/v1/ops/dead-letters/replays',
    summary: 'Replay dead letters',
    description:
      'Sends the dead letters of a queue, or those of one cause, back to where they failed, one after the other at the ' +
      'rate given, the oldest first. A dry run says how many that would be. Orders are in the audit.',
    parameters: [traceparent],
    body: replayOrder,
    examples: {
      dryRun: { queue: 'policy-issuance-operator', dryRun: true },
      oneCause: { queue: 'policy-issuance-operator', cause: 'TIMEOUT', ratePerSecond: 2 },
    },
    responses: { 200: { description: 'What is, or would be, replayed', schema: replayReceipt } },
    problems: BODY_PROBLEMS,
  },
  {
    ...forOperators,
    operationId: 'discardDeadLetter',
    method: 'POST',
    path: '/v1/ops/dead-letters/{id}/discard',
    summary: 'Discard a dead letter',
    description: 'It is not replayed and not shown any more. Who discarded it and why is in the audit.',
    parameters: [idOf('dead letter'), traceparent],
    body: discardOrder,
    examples: { discard: { reason: 'the customer has bought elsewhere' } },
    responses: { 204: { description: 'It is discarded' } },
    problems: [...BODY_PROBLEMS, 'not-found'],
  },
  {
    ...forOperators,
    operationId: 'listQueues',
    method: 'GET',
    path: '/v1/ops/queues',
    summary: 'Queues',
    description: 'About how full each queue is, dead-letter queues included, and how many dead letters are kept of it.',
    parameters: [cursor, limit, traceparent],
    responses: { 200: { description: 'A page of queues, by name', schema: queueList } },
    problems: ['validation-failed'],
  },
];
