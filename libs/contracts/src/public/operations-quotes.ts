import { z } from 'zod';
import { type ApiOperation, BODY_PROBLEMS } from './api-operation.js';
import { idempotencyKey, ifNoneMatch, lastEventId, preferWait, requestId, traceparent } from './parameters.js';
import { quoteRequest } from './quote-request-schema.js';
import { quoteResult, quoteTask } from './quote-result.js';
import { WORKED_EXAMPLES } from './worked-examples.js';

const MAX_WAIT_SECONDS = { creation: 10, read: 20 } as const;
const untilChange = preferWait(
  MAX_WAIT_SECONDS.read,
  'with `If-None-Match`, hold the 304 back until something changes',
);

const ofOneRequest = {
  tag: 'Quote requests',
  access: 'quotes',
  needsCapability: true,
} as const;

const requestQuotes: ApiOperation = {
  operationId: 'requestQuotes',
  method: 'POST',
  path: '/v1/quote-requests',
  tag: 'Quote requests',
  summary: 'Ask insurers for quotes',
  description:
    'Sends the question to every insurer that sells the line, or to those in `partners`. The answer comes at once; ' +
    'quotes arrive within `eta` and are read at `links`. Without an `Idempotency-Key`, equal posts are separate requests.',
  access: 'quotes',
  parameters: [
    idempotencyKey,
    preferWait(MAX_WAIT_SECONDS.creation, 'answer 200 with the result once it is complete, else 202'),
    traceparent,
  ],
  body: quoteRequest,
  examples: WORKED_EXAMPLES,
  responses: {
    200: {
      description: 'Complete within the time of `Prefer: wait`: the result, with the `accessToken`',
      schema: quoteResult,
      headers: ['Location', 'Preference-Applied'],
    },
    202: {
      description: 'Accepted: the task, with the `accessToken`',
      schema: quoteTask,
      headers: ['Location', 'Retry-After', 'Preference-Applied', 'Idempotency-Replayed'],
    },
  },
  problems: [...BODY_PROBLEMS, 'idempotency-in-progress', 'idempotency-key-reused'],
};

const readQuoteRequest: ApiOperation = {
  ...ofOneRequest,
  operationId: 'readQuoteRequest',
  method: 'GET',
  path: '/v1/quote-requests/{id}',
  summary: 'The task',
  description: 'The task while it runs; once it is complete, a redirect to its quotes.',
  parameters: [requestId, ifNoneMatch, untilChange, traceparent],
  responses: {
    200: { description: 'It runs', schema: quoteTask, headers: ['ETag', 'Retry-After', 'Preference-Applied'] },
    303: { description: 'Complete: the result is at `Location`', headers: ['ETag', 'Location', 'Preference-Applied'] },
    304: { description: 'Nothing newer', headers: ['ETag', 'Preference-Applied'] },
  },
  problems: ['not-found'],
};

const readQuotes: ApiOperation = {
  ...ofOneRequest,
  operationId: 'readQuotes',
  method: 'GET',
  path: '/v1/quote-requests/{id}/quotes',
  summary: 'The result so far',
  description:
    'One row for every insurer asked, from the first read on, the best price first. Poll it with `If-None-Match`, or ' +
    'let `Prefer: wait` hold the read until something has changed.',
  parameters: [requestId, ifNoneMatch, untilChange, traceparent],
  responses: {
    200: { description: 'The result so far', schema: quoteResult, headers: ['ETag', 'Preference-Applied'] },
    304: { description: 'Nothing newer', headers: ['ETag', 'Preference-Applied'] },
  },
  problems: ['not-found'],
};

const followQuotes: ApiOperation = {
  ...ofOneRequest,
  operationId: 'followQuotes',
  method: 'GET',
  path: '/v1/quote-requests/{id}/events',
  summary: 'Answers as they arrive',
  description:
    'Server-sent events. `event: answer` for every change of a row, data as `AnswerEvent`; `event: completed`, data as ' +
    '`CompletedEvent`, then the server closes. The `id` of an event is its version: send the last one as ' +
    '`Last-Event-ID` to go on after a cut. A comment every 15 seconds keeps the line open. A browser reads it with ' +
    'fetch, since EventSource sends no headers.',
  parameters: [requestId, lastEventId, traceparent],
  responses: {
    200: { description: 'The stream', schema: z.string(), contentType: 'text/event-stream' },
    204: { description: 'Complete, and nothing newer than `Last-Event-ID`: do not connect again' },
  },
  problems: ['not-found', 'validation-failed'],
};

const withdrawConsent: ApiOperation = {
  ...ofOneRequest,
  operationId: 'withdrawConsent',
  method: 'POST',
  path: '/v1/quote-requests/{id}/consent-withdrawals',
  summary: 'Withdraw the consent',
  description:
    'What is not yet sent is not sent, rows that are `PENDING` become `DECLINED` (`CONSENT_WITHDRAWN`), offers can no ' +
    'longer be applied for, and erasure begins. It needs no body, and may be repeated.',
  parameters: [requestId, traceparent],
  responses: { 204: { description: 'Withdrawn, now or before' } },
  problems: ['not-found', 'too-large'],
};

export const QUOTE_OPERATIONS: readonly ApiOperation[] = [
  requestQuotes,
  readQuoteRequest,
  readQuotes,
  followQuotes,
  withdrawConsent,
];
