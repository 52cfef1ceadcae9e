import { z } from 'zod';
import type { ApiOperation } from './api-operation.js';
import { ifNoneMatch, traceparent } from './parameters.js';

/** `200` of both health checks. */
export const healthy = z.object({ status: z.literal('ok') });

const open = { method: 'GET', tag: 'Service', access: 'OPEN' } as const;

export const SERVICE_OPERATIONS: readonly ApiOperation[] = [
  {
    ...open,
    operationId: 'isLive',
    path: '/health/live',
    summary: 'The process answers',
    description: 'It need not be restarted.',
    parameters: [traceparent],
    responses: { 200: { description: 'It answers', schema: healthy } },
    problems: [],
  },
  {
    ...open,
    operationId: 'isReady',
    path: '/health/ready',
    summary: 'The service can do its work',
    description: 'Everything that it needs can be reached.',
    parameters: [traceparent],
    responses: { 200: { description: 'It can', schema: healthy } },
    problems: ['not-ready'],
  },
  {
    ...open,
    operationId: 'readDescription',
    path: '/openapi.json',
    summary: 'This document',
    description: 'OpenAPI 3.1, made from the schemas that check the calls.',
    parameters: [ifNoneMatch, traceparent],
    responses: {
      200: {
        description: 'This document',
        schema: z.looseObject({ openapi: z.string() }),
        headers: ['ETag', 'Cache-Control'],
      },
      304: { description: 'Nothing newer', headers: ['ETag', 'Cache-Control'] },
    },
    problems: [],
  },
  {
    ...open,
    operationId: 'readDocs',
    path: '/docs',
    summary: 'This document as pages',
    description: 'For people. The files of the page are below `/docs/`; they are no operations of their own.',
    parameters: [ifNoneMatch, traceparent],
    responses: {
      200: {
        description: 'The page',
        schema: z.string(),
        contentType: 'text/html; charset=utf-8',
        headers: ['ETag', 'Cache-Control'],
      },
      304: { description: 'Nothing newer', headers: ['ETag', 'Cache-Control'] },
    },
    problems: [],
  },
];
