import { type HttpApp, type Logger, notFound, ProblemException, sendProblem } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Client, ClientDirectory } from './clients.js';
import { isId, RouteTable } from './route-table.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls the public API; null on routes that need no key. */
    apiClient: Client | null;
  }
}

const UNAUTHORIZED = new ProblemException(401, 'unauthorized', 'Show your key: Authorization: Bearer <key>.', {
  headers: { 'www-authenticate': 'Bearer' },
});

const methodNotAllowed = (methods: readonly string[]): ProblemException =>
  new ProblemException(405, 'method-not-allowed', `This path takes ${methods.join(', ')}.`, {
    headers: { allow: methods.join(', ') },
  });

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

const hasMalformedId = ({ params }: FastifyRequest): boolean =>
  typeof params === 'object' && params !== null && !Object.values(params).every(isId);

/** Why a request is turned away before anything of its body is read, in the order of http-api.md; null lets it in. */
function refusalOf(request: FastifyRequest, routes: RouteTable, clients: ClientDirectory): ProblemException | null {
  if (request.is404) {
    const methods = routes.methodsAt(request.entrance, pathOf(request));
    return methods.length === 0 ? notFound() : methodNotAllowed(methods);
  }
  if (hasMalformedId(request)) return notFound();
  if (!routes.isPublicApi(request.routeOptions.url)) return null;
  request.apiClient = clients.find(request.headers.authorization) ?? null;
  return request.apiClient === null ? UNAUTHORIZED : null;
}

/** 404, 405 and 401, decided on the head of a request. Call it before the routes are registered. */
export function guardEntrances({ fastify }: HttpApp, clients: ClientDirectory, logger: Logger): void {
  const routes = new RouteTable();
  fastify.addHook('onRoute', (route) => routes.add(route));
  fastify.decorateRequest('apiClient', null);
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.header('cache-control', 'no-store');
    const refusal = refusalOf(request, routes, clients);
    if (refusal === null) next();
    else sendProblem(reply, request, refusal, logger);
  });
}

/** The client that a request of the public API comes from. */
export function callingClient({ apiClient }: FastifyRequest): Client {
  if (apiClient === null) throw UNAUTHORIZED;
  return apiClient;
}

export const CallingClient = createParamDecorator(
  (_: undefined, context: ExecutionContext): Client => callingClient(context.switchToHttp().getRequest()),
);
