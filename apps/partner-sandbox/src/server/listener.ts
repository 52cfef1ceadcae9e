import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Partner } from '../partners/partner.js';
import { type ControlSide, registerControlSide } from './control.controller.js';
import { type ExchangeTools, exchange } from './exchange.js';

/** What a TLS listener shows and whom it trusts, each as PEM text. */
export interface MutualTls {
  readonly cert: string;
  readonly key: string;
  /** The authority that issues the partner's client certificates. */
  readonly ca: string;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Paths that no route knows answer as the partner that their beginning belongs to. */
function unknownPathHandler(partners: readonly Partner[], tools: ExchangeTools): Handler {
  const handlers = partners.flatMap((partner) => {
    const handler = exchange(partner, 'unknown', partner.unknownPath, tools);
    return partner.prefixes.map((prefix) => ({ prefix, handler }));
  });
  return async (request, reply) => {
    const owner = handlers.find(({ prefix }) => request.raw.url?.startsWith(prefix));
    if (owner !== undefined) return owner.handler(request, reply);
    return reply.code(404).type('text/plain').send('Not found\n');
  };
}

/** Answers the calls of some partners: over TLS, where it is given, only to clients with a certificate of its CA. */
function partnerListener(partners: readonly Partner[], tools: ExchangeTools, tls?: MutualTls): FastifyInstance {
  const unknownPath = unknownPathHandler(partners, tools);
  const app = Fastify({
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // A path that the router cannot read is one that nobody knows.
    frameworkErrors: (_error, request, reply) => {
      unknownPath(request, reply).catch(() => request.raw.socket.destroy());
    },
    https: tls === undefined ? null : { ...tls, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
  });
  // Partners read the bytes themselves, as late as they like; none of them minds the content type beforehand.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.setNotFoundHandler(unknownPath);
  for (const partner of partners) {
    for (const { method, path, operation, answer } of partner.routes)
      app.route({ method, url: path, handler: exchange(partner, operation, answer, tools) });
  }
  return app;
}

/** One listener for all partners and the control side. */
export function createListener(control: ControlSide, tools: ExchangeTools): FastifyInstance {
  const app = partnerListener(control.partners, tools);
  registerControlSide(app, control);
  return app;
}

/** A listener of one partner's own, by mutual TLS. */
export const createTlsListener = (partner: Partner, tls: MutualTls, tools: ExchangeTools): FastifyInstance =>
  partnerListener([partner], tools, tls);
