import type { HttpApp } from '@app/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteTable } from './route-table.js';

const ALLOWED_HEADERS = [
  ...['authorization', 'content-type', 'idempotency-key', 'prefer', 'if-none-match', 'last-event-id'],
  ...['x-access-token', 'traceparent'],
].join(', ');

const EXPOSED_HEADERS = [
  ...['etag', 'location', 'retry-after', 'ratelimit', 'ratelimit-policy', 'idempotency-replayed'],
  ...['preference-applied', 'traceparent'],
].join(', ');

/** As long as browsers remember a preflight at most. */
const MAX_AGE_S = '7200';

const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

function answerPreflight(reply: FastifyReply, methods: readonly string[]): void {
  void reply
    .status(204)
    .headers({
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': ALLOWED_HEADERS,
      'access-control-max-age': MAX_AGE_S,
    })
    .send();
}

/**
 * Lets pages of these origins call the public API. Not by @fastify/cors: it answers every OPTIONS of every path, where
 * an unknown path is 404 and a plain OPTIONS 405 here, and it cannot name the methods of a path.
 */
export function allowPages({ fastify }: HttpApp, routes: RouteTable, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const anyOrigin = origins.includes('*');
  const allowed = new Set(origins);
  fastify.addHook('onRequest', (request, reply, next) => {
    if (request.entrance !== 'public') return next();
    const { origin } = request.headers;
    if (!anyOrigin) void reply.header('vary', 'Origin');
    if (origin === undefined || !(anyOrigin || allowed.has(origin))) return next();
    void reply.headers({
      'access-control-allow-origin': anyOrigin ? '*' : origin,
      'access-control-expose-headers': EXPOSED_HEADERS,
    });
    const methods = isPreflight(request) ? routes.methodsAt('public', request.url.split('?', 1)[0] ?? '') : [];
    if (methods.length > 0) answerPreflight(reply, methods);
    else next();
  });
}
