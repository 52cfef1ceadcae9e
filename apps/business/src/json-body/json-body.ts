import { type HttpApp, ProblemException } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parseStrictJson } from './strict-json.js';

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** `type/subtype`; Fastify refuses anything else by itself. */
const MEDIA_TYPE = /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;|$)/;
const BYTES = 'application/octet-stream';

/** As a `bodyLimit`. */
export const MEBIBYTE = 1_048_576;

const UNSUPPORTED = new ProblemException(415, 'unsupported-media-type', 'Send application/json, not compressed.');

function isPlainJson({ headers }: FastifyRequest): boolean {
  const encoding = headers['content-encoding'] ?? 'identity';
  return JSON_TYPE.test(headers['content-type'] ?? '') && encoding === 'identity';
}

/**
 * Reads bodies of every type, so that one that is too large is refused as that, whatever its type. A route may set a
 * limit of its own with `@RouteConfig({ bodyLimit })`. Call it before the routes are registered.
 */
export function readBodies({ fastify }: HttpApp): void {
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit }: { bodyLimit?: number } = Object(route.config);
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  // A type that cannot be read is none: like any other wrong one it is refused after the size, and only where a body is.
  fastify.addHook('onRequest', ({ headers }, _reply, next) => {
    const type = headers['content-type'];
    if (type !== undefined && !MEDIA_TYPE.test(type)) headers['content-type'] = BYTES;
    next();
  });
}

/** The body as strict JSON, once its sender has been let in: 415, then 400. */
export const JsonBody = createParamDecorator((_: undefined, context: ExecutionContext): unknown => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!isPlainJson(request)) throw UNSUPPORTED;
  return parseStrictJson(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
});
