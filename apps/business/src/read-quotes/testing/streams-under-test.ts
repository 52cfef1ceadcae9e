import type { AddressInfo, Socket } from 'node:net';
import type { PartnerAnswer, QuoteProgress } from '@app/domain';
import { createLogger, notFound, ProblemException } from '@app/platform';
import type { ApiClient } from '@app/ports';
import { type inMemoryPorts, newQuoteRequest } from '@app/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { WatchedResources } from '../../watch/watched-resources.js';
import { HeldQuotes } from '../held-quotes.js';
import { changesAt } from '../quote-deadline.js';
import { QuoteStreams } from '../quote-streams.js';

/** Nobody asks who reads. */
const READER: ApiClient = {
  id: 'client-one',
  kind: 'CONFIDENTIAL',
  scopes: ['quotes'],
  plan: { ratePerSecond: 1, burst: 1, perDay: 1, creationsPerSecond: null },
};

type Ports = ReturnType<typeof inMemoryPorts>;
type Store = ReturnType<Ports['store']>;

/** Streams and held reads behind a door of their own, without keys; on the in-memory store. */
export class StreamsUnderTest {
  /** Reads of the store that were made for those who wait. */
  looks = 0;
  /** How many readers have left the gate. */
  left = 0;
  origin = '';
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly store: Store,
    readonly watched: WatchedResources<QuoteProgress>,
    readonly held: HeldQuotes,
    readonly streams: QuoteStreams,
    private readonly fastify: FastifyInstance,
    private readonly ports: Ports,
  ) {}

  static async start(ports: Ports, { maxStreams = 1_000 } = {}): Promise<StreamsUnderTest> {
    const { clock } = ports;
    const watched: WatchedResources<QuoteProgress> = new WatchedResources({
      clock,
      changesAt,
      isBlind: () => false,
      logger: createLogger('streams-under-test', 'silent'),
      read: (id) => {
        under.looks += 1;
        return store.read(id);
      },
    });
    const observer = { changed: (progress: QuoteProgress) => watched.changed(progress), committed: () => undefined };
    const store = ports.openStore(observer, () => []);
    const readers = { read: async ({ id }: { id: string }) => (await store.read(id)) ?? Promise.reject(notFound()) };
    const streams = new QuoteStreams({ readers, watched, clock, maxStreams });
    const fastify = Fastify({ forceCloseConnections: true });
    const under = new StreamsUnderTest(store, watched, new HeldQuotes(watched, clock), streams, fastify, ports);
    await under.listen();
    return under;
  }

  /** Another request, accepted. */
  async accept(partners: readonly string[] = ['acme-general', 'cogwheel-direct']): Promise<string> {
    const request = newQuoteRequest({ createdAt: this.ports.clock.now(), partners });
    await this.store.accept(request);
    return request.request.requestId;
  }

  async answer(...answers: readonly PartnerAnswer[]): Promise<void> {
    await this.store.record(answers);
  }

  /** The bytes that this process keeps for its readers. */
  get buffered(): number {
    return [...this.sockets].reduce((sum, { writableLength }) => sum + writableLength, 0);
  }

  async stop(): Promise<void> {
    this.held.stop();
    await this.streams.stop();
    await this.fastify.close();
  }

  private async listen(): Promise<void> {
    const { fastify, streams } = this;
    const leave = (): void => {
      this.left += 1;
    };
    fastify.addHook('onRequest', async (request, reply) => {
      Object.assign(request, { leaveGate: leave });
      void reply.header('x-hooked', 'yes');
    });
    fastify.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof ProblemException)) return reply.status(500).send(String(error));
      const { status, code, extra } = error;
      return reply
        .status(status)
        .headers(extra.headers ?? {})
        .send({ code, errors: extra.errors });
    });
    fastify.get<{ Params: { id: string } }>('/:id/events', async (request, reply) => {
      await streams.open({ id: request.params.id, client: READER, token: undefined }, request, reply);
      return reply;
    });
    fastify.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await fastify.listen({ port: 0, host: '127.0.0.1' });
    const { port } = fastify.server.address() as AddressInfo;
    this.origin = `http://127.0.0.1:${port}`;
  }
}
