import { type HttpApp, type Logger, notFound, ProblemException, sendProblem } from '@app/platform';
import type { ApiClient, UsageMeter, UsageVerdict } from '@app/ports';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { useBrowserDefaults } from './browser-defaults.js';
import type { ClientDirectory } from './clients/client-directory.js';
import { allowPages } from './cross-origin.js';
import type { LoadGate } from './load-gate.js';
import { FORBIDDEN, methodNotAllowed, OVERLOADED, rateLimited, UNAUTHORIZED } from './refusals.js';
import { accessOf, isWellFormed, RouteTable } from './route-table.js';
import type { RouteAccess } from './routes.js';
import { senderOfRequest } from './usage/client-addresses.js';
import { rateLimitHeaders, retryAfter } from './usage/rate-limit-headers.js';
import { limitsOf } from './usage/usage-limits.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls the public API; null on routes that need no key. */
    apiClient: ApiClient | null;
    /**
     * Gives back this request's share of what is worked on at once, for a handler that begins to wait for something
     * else. It is given back anyhow with the answer, or when the caller is gone; a second time changes nothing.
     */
    leaveGate: () => void;
  }
}

/** Who is let in, and how much. */
export interface Entrances {
  readonly clients: Pick<ClientDirectory, 'find'>;
  readonly meter: UsageMeter;
  readonly gate: LoadGate;
  /** Origins of pages that may call; `*` for any. */
  readonly corsOrigins: readonly string[];
  readonly logger: Logger;
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

const hasMalformedId = ({ params }: FastifyRequest): boolean =>
  !Object.entries(params ?? {}).every(([name, value]) => isWellFormed(name, value));

function unknownRoute(request: FastifyRequest, routes: RouteTable): ProblemException {
  const methods = routes.methodsAt(request.entrance, pathOf(request));
  return methods.length === 0 ? notFound() : methodNotAllowed(methods);
}

type Access = Exclude<RouteAccess, 'OPEN'>;

/** Who calls, if that is anybody known, and where they stand with this call: which the answer tells, whatever it is. */
async function identify(
  request: FastifyRequest,
  reply: FastifyReply,
  usage: Access['usage'],
  { clients, meter }: Entrances,
): Promise<{ client: ApiClient; verdict: UsageVerdict } | undefined> {
  const client = await clients.find(request.headers.authorization);
  if (client === undefined) return undefined;
  const verdict = await meter.use(limitsOf(client, usage, () => senderOfRequest(request)));
  void reply.headers(rateLimitHeaders(verdict));
  return { client, verdict };
}

/** 401, 403, 429 and 503, in this order. */
async function refusalOfCaller(
  request: FastifyRequest,
  reply: FastifyReply,
  { scope, usage }: Access,
  entrances: Entrances,
): Promise<ProblemException | null> {
  const known = await identify(request, reply, usage, entrances);
  if (known === undefined) return UNAUTHORIZED;
  const { client, verdict } = known;
  request.apiClient = client;
  if (!client.scopes.includes(scope)) return FORBIDDEN;
  if (!verdict.allowed) return rateLimited(retryAfter(verdict));
  return entrances.gate.isFull ? OVERLOADED : null;
}

/** 404 and 405, which come before it is asked who calls: a known client is told where it stands all the same. */
async function refusalOfPath(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: RouteTable,
  entrances: Entrances,
): Promise<ProblemException> {
  // Whether the store of clients can be reached changes nothing here.
  await identify(request, reply, 'READ', entrances).catch(() => undefined);
  return request.is404 ? unknownRoute(request, routes) : notFound();
}

/** Why a request is turned away before anything of its body is read, in the order of http-api.md; null lets it in. */
async function refusalOf(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: RouteTable,
  entrances: Entrances,
): Promise<ProblemException | null> {
  if (request.is404 || hasMalformedId(request)) return refusalOfPath(request, reply, routes, entrances);
  const access = accessOf(request.routeOptions.config);
  return access === undefined || access === 'OPEN' ? null : refusalOfCaller(request, reply, access, entrances);
}

/** Once its body is here, so that a slow sender takes nobody's place: a client's request waits for its turn. */
async function isAdmitted(request: FastifyRequest, reply: FastifyReply, gate: LoadGate): Promise<boolean> {
  if (request.apiClient === null) return true;
  const ticket = gate.enter();
  request.leaveGate = ticket.leave;
  if (reply.raw.destroyed) ticket.leave();
  else reply.raw.once('close', ticket.leave);
  return ticket.admitted;
}

/** Decides on the head of a request who is let in. Call it before the routes are registered. */
export async function guardEntrances(app: HttpApp, entrances: Entrances): Promise<void> {
  const { fastify } = app;
  const { corsOrigins, gate, logger } = entrances;
  const routes = new RouteTable();
  fastify.addHook('onRoute', (route) => routes.add(route));
  fastify.decorateRequest('apiClient', null);
  fastify.decorateRequest('leaveGate', () => undefined);
  fastify.addHook('onRequest', (_request, reply, next) => {
    void reply.header('cache-control', 'no-store');
    next();
  });
  await useBrowserDefaults(app);
  allowPages(app, routes, corsOrigins);
  const refuse = (request: FastifyRequest, reply: FastifyReply, reason: unknown): FastifyReply => {
    sendProblem(reply, request, reason, logger);
    return reply;
  };
  fastify.addHook('onRequest', async (request, reply) => {
    const refusal = await refusalOf(request, reply, routes, entrances).catch((error: unknown) => error);
    return refusal === null ? undefined : refuse(request, reply, refusal);
  });
  fastify.addHook('preValidation', async (request, reply) => {
    return (await isAdmitted(request, reply, gate)) ? undefined : refuse(request, reply, OVERLOADED);
  });
}

/** The client that a request of the public API comes from. */
export function callingClient({ apiClient }: FastifyRequest): ApiClient {
  if (apiClient === null) throw UNAUTHORIZED;
  return apiClient;
}

export const CallingClient = createParamDecorator(
  (_: undefined, context: ExecutionContext): ApiClient => callingClient(context.switchToHttp().getRequest()),
);
