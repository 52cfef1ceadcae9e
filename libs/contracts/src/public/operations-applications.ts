import { z } from 'zod';
import acceptance from '../../examples/acceptance.json' with { type: 'json' };
import application from '../../examples/application.json' with { type: 'json' };
import { type ApiOperation, type ApiParameter, BODY_PROBLEMS } from './api-operation.js';
import { acceptanceBody, applicationBody } from './application-body.js';
import { applicationView } from './application-view.js';
import { applicationId, documentId, idempotencyKey, ifNoneMatch, preferWait, traceparent } from './parameters.js';
import type { ProblemCode } from './problem-codes.js';

const MAX_WAIT_SECONDS = 20;

const untilChange = preferWait(MAX_WAIT_SECONDS, 'with `If-None-Match`, hold the 304 back until something changes');
const requiredKey: ApiParameter = {
  ...idempotencyKey,
  required: true,
  description: `${idempotencyKey.description} Required: what costs money must be safe to repeat.`,
};

const forCustomers = { tag: 'Applications', access: 'quotes', needsCapability: true } as const;

/** What a post with a body and a payment may be refused with, whatever it pays for. */
const PAID_PROBLEMS: readonly ProblemCode[] = [
  ...BODY_PROBLEMS,
  'idempotency-key-required',
  'not-found',
  'price-changed',
  'payment-already-used',
  'payment-mismatch',
  'payment-not-confirmed',
  'idempotency-key-reused',
  'not-ready',
];

const applyForOffer: ApiOperation = {
  ...forCustomers,
  operationId: 'applyForOffer',
  method: 'POST',
  path: '/v1/applications',
  summary: 'Apply for an offer',
  description:
    'The consent to issue, and all that the insurer needs for it: the policy is on its way once this is answered. ' +
    'A public client shows the capability of the quote request that the offer belongs to. `asset` is required for ' +
    'motor lines, and for no other. An offer ends 60 seconds before its `validUntil`; the margin is a tenth of its ' +
    'validity where that is shorter than 10 minutes. The payment must have been captured; its reference pays once.',
  parameters: [requiredKey, traceparent],
  body: applicationBody,
  examples: { application },
  responses: {
    202: {
      description: 'Accepted: the application, with its own `accessToken`',
      schema: applicationView,
      headers: ['Location', 'Idempotency-Replayed'],
    },
  },
  problems: [...PAID_PROBLEMS, 'offer-expired', 'offer-not-bindable', 'offer-already-applied'],
};

const readApplication: ApiOperation = {
  ...forCustomers,
  operationId: 'readApplication',
  method: 'GET',
  path: '/v1/applications/{id}',
  summary: 'How an application stands',
  description:
    'Its state, every step so far, the price that waits for a word, what goes back, and the documents that can be ' +
    'fetched. Poll it with `If-None-Match`, or let `Prefer: wait` hold the read until something has changed.',
  parameters: [applicationId, ifNoneMatch, untilChange, traceparent],
  responses: {
    200: { description: 'As it stands', schema: applicationView, headers: ['ETag', 'Preference-Applied'] },
    304: { description: 'Nothing newer', headers: ['ETag', 'Preference-Applied'] },
  },
  problems: ['not-found'],
};

const acceptPrice: ApiOperation = {
  ...forCustomers,
  operationId: 'acceptPrice',
  method: 'POST',
  path: '/v1/applications/{id}/acceptances',
  summary: 'Accept a new price',
  description:
    'Goes on after `PRICE_CHANGED`. The whole new amount is paid under a new reference (with instalments: the new ' +
    'first one), and the first payment goes back. Answered 202: the insurer is asked anew.',
  parameters: [applicationId, requiredKey, traceparent],
  body: acceptanceBody,
  examples: { acceptance },
  responses: {
    202: {
      description: 'Accepted: the application as it goes on',
      schema: applicationView,
      headers: ['Location', 'Idempotency-Replayed'],
    },
  },
  problems: [...PAID_PROBLEMS, 'not-awaiting-acceptance'],
};

const readDocument: ApiOperation = {
  ...forCustomers,
  operationId: 'readDocument',
  method: 'GET',
  path: '/v1/applications/{id}/documents/{documentId}',
  summary: 'A document of the policy',
  description:
    'The bytes as the insurer made them, of the `contentType` that the application names. They never change: the ' +
    'checksum is the `ETag`.',
  parameters: [applicationId, documentId, ifNoneMatch, traceparent],
  responses: {
    200: {
      description: 'The document',
      schema: z.string().meta({ description: 'Bytes' }),
      contentType: '*/*',
      headers: ['ETag', 'Repr-Digest', 'Content-Disposition'],
    },
    304: { description: 'You have it', headers: ['ETag', 'Repr-Digest'] },
  },
  problems: ['not-found'],
};

export const APPLICATION_OPERATIONS: readonly ApiOperation[] = [
  applyForOffer,
  readApplication,
  acceptPrice,
  readDocument,
];
