import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Partner } from '../partners/partner.js';
import { type ControlSide, registerControlSide } from './control.controller.js';
import { type ExchangeTools, exchange } from './exchange.js';

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

/** One listener for all partners and the control side. */
export function createListener(control: ControlSide, tools: ExchangeTools): FastifyInstance {
  const { partners } = control;
  const unknownPath = unknownPathHandler(partners, tools);
  const app = Fastify({
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // A path that the router cannot read is one that nobody knows.
    frameworkErrors: (_error, request, reply) => {
      unknownPath(request, reply).catch(() => request.raw.socket.destroy());
    },
  });
  // Partners read the bytes themselves, as late as they like; none of them minds the content type beforehand.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.setNotFoundHandler(unknownPath);
  registerControlSide(app, control);
  for (const partner of partners) {
    for (const { method, path, operation, answer } of partner.routes)
      app.route({ method, url: path, handler: exchange(partner, operation, answer, tools) });
  }
  return app;
}
