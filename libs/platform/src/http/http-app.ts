import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Logger, NestLogger } from '../logging.js';
import { continueTrace } from '../traceparent.js';
import { answerFault, followExchanges, HOST_MISSING, withoutHost } from './connection-faults.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { notFound } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** This hop's W3C trace context: the caller's trace, a span of our own. */
    traceparent: string;
    /** The door that the request came in by. */
    entrance: Entrance;
  }
}

/** The door a request came in by: the public port or the internal one. */
export type Entrance = 'public' | 'internal';

export interface HttpAppOptions {
  /** Largest body in bytes. */
  readonly bodyLimit: number;
  readonly logger: Logger;
  /** The interface to listen on; every interface by default. */
  readonly host?: string;
  /** How many proxies before us are believed about where a request comes from; none by default. */
  readonly trustedProxyHops?: number;
  readonly timeouts?: Timeouts;
}

/** How long a request may take to arrive, in milliseconds; a sender who is slower is answered 408. */
export interface Timeouts {
  readonly headersMs: number;
  /** Headers and body. */
  readonly requestMs: number;
  /** How often connections are looked at: a slow one may live this much longer. */
  readonly checkEveryMs: number;
}

/** A Nest application on Fastify with two doors: routes say with `@RouteConstraints({ entrance })` which is theirs. */
export interface HttpApp {
  readonly nest: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  /** Listens; port 0 takes any. Returns the port taken. */
  listen(entrance: Entrance, port: number): Promise<number>;
  close(): Promise<void>;
}

const EVERY_INTERFACE = '0.0.0.0';
const TIMEOUTS: Timeouts = { headersMs: 10_000, requestMs: 30_000, checkEveryMs: 1_000 };
const KEEP_ALIVE_MS = 72_000;

/** What both servers are made with. */
const serverOptions = ({ headersMs, requestMs, checkEveryMs }: Timeouts) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: checkEveryMs,
  keepAliveTimeout: KEEP_ALIVE_MS,
  requireHostHeader: false,
});

/** Which sockets came in by the internal door. Told by the listener, so that no header can claim it. */
class Doors {
  private readonly internal = new WeakSet<Socket>();

  admit(socket: Socket): void {
    this.internal.add(socket);
  }

  of(socket: Socket): Entrance {
    return this.internal.has(socket) ? 'internal' : 'public';
  }
}

/** Routes by door; a route without the constraint is reached by both. */
const entranceStrategy = (doors: Doors) => ({
  name: 'entrance',
  storage: () => {
    const handlers = new Map<unknown, unknown>();
    return {
      get: (entrance: unknown) => handlers.get(entrance) ?? null,
      set: (entrance: unknown, handler: unknown) => void handlers.set(entrance, handler),
    };
  },
  deriveConstraint: (request: { socket: Socket }) => doors.of(request.socket),
  validate: () => undefined,
  mustMatchWhenDerived: false,
});

/** Fastify believes a number of hops no more, since it says nothing of who the nearest one is: our network does. */
const trustProxy = (hops: number) => (hops === 0 ? false : (_address: string, hop: number) => hop < hops);

function createFastify(
  doors: Doors,
  { bodyLimit, logger, timeouts = TIMEOUTS, trustedProxyHops = 0 }: HttpAppOptions,
): FastifyInstance {
  const fastify = Fastify({
    bodyLimit,
    http: serverOptions(timeouts),
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    trustProxy: trustProxy(trustedProxyHops),
    clientErrorHandler: answerFault,
    forceCloseConnections: 'idle',
    // A path that the router cannot even read, before any hook: as unknown as any other.
    frameworkErrors: (_error, request, reply) => {
      request.traceparent = continueTrace(request.headers.traceparent?.toString());
      void reply.headers({ traceparent: request.traceparent, 'cache-control': 'no-store' });
      sendProblem(reply, request, notFound(), logger);
    },
    // biome-ignore lint/suspicious/noExplicitAny: Fastify types the strategy by its own handler type, which it does not export.
    routerOptions: { constraints: { entrance: entranceStrategy(doors) as any } },
  });
  followExchanges(fastify.server);
  fastify.decorateRequest('traceparent', '');
  fastify.decorateRequest('entrance', 'public');
  fastify.addHook('onRequest', (request, reply, next) => {
    request.entrance = doors.of(request.raw.socket);
    request.traceparent = continueTrace(request.headers.traceparent?.toString());
    void reply.header('traceparent', request.traceparent);
    if (withoutHost(request.raw)) sendProblem(reply, request, HOST_MISSING, logger);
    else next();
  });
  // A body stays bytes until its sender has been let in: signatures cover bytes, and 401 comes before 400.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  return fastify;
}

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

async function listenInternally(
  fastify: FastifyInstance,
  doors: Doors,
  port: number,
  { host = EVERY_INTERFACE, timeouts = TIMEOUTS }: HttpAppOptions,
): Promise<Server> {
  await fastify.ready();
  const server = createServer(serverOptions(timeouts));
  server.on('connection', (socket) => doors.admit(socket));
  server.on('request', (request, response) => fastify.routing(request, response));
  server.on('clientError', answerFault);
  followExchanges(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Builds the application; nothing listens yet. */
export async function createHttpApp(root: DynamicModule, options: HttpAppOptions): Promise<HttpApp> {
  const { logger, host = EVERY_INTERFACE } = options;
  const doors = new Doors();
  const fastify = createFastify(doors, options);
  // The adapter's own types are of the Fastify that it brings; it is the same instance at run time.
  const adapter = new FastifyAdapter(fastify as never);
  const nest = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  nest.useGlobalFilters(new ProblemFilter(logger));
  const internals: Server[] = [];
  return {
    nest,
    fastify,
    async listen(entrance, port) {
      await (nest as INestApplication).init();
      if (entrance === 'internal') {
        const server = await listenInternally(fastify, doors, port, options);
        internals.push(server);
        return portOf(server);
      }
      await nest.listen(port, host);
      return portOf(fastify.server);
    },
    async close() {
      await Promise.all(internals.map(closeServer));
      await nest.close();
    },
  };
}
