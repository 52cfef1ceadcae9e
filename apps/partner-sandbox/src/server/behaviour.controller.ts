import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { behaviour } from '../behaviour/behaviour.js';
import type { Behaviours } from '../behaviour/behaviours.js';
import type { Partner } from '../partners/partner.js';
import { parseJson } from '../wire/json.js';
import { bytesOf } from './incoming-call.js';

const BEHAVIOUR_PATH = '/sandbox/partners/:id/behaviour';
const pathParams = z.object({ id: z.string() });

/** The mode that the listener cannot act out for a partner. */
const PARTNERS_OWN = 'failed-result';

type Handler = (partner: Partner, request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

/** `GET /sandbox/partners`, `PUT` and `DELETE /sandbox/partners/{id}/behaviour`. */
export function registerBehaviours(app: FastifyInstance, partners: readonly Partner[], behaviours: Behaviours): void {
  const ofPartner = (handler: Handler) => (request: FastifyRequest, reply: FastifyReply) => {
    const { id } = pathParams.parse(request.params);
    const partner = partners.find((candidate) => candidate.id === id);
    return partner === undefined
      ? reply.code(404).send({ error: `No partner ${id}` })
      : handler(partner, request, reply);
  };
  const change: Handler = async ({ id, ownModes = [] }, request, reply) => {
    const asked = behaviour.safeParse(parseJson(await bytesOf(request.raw)));
    if (!asked.success) return reply.code(400).send({ error: z.prettifyError(asked.error) });
    if (asked.data.mode === PARTNERS_OWN && !ownModes.includes(PARTNERS_OWN))
      return reply.code(400).send({ error: `${id} has no such answer` });
    behaviours.set(id, asked.data);
    return reply.send(asked.data);
  };
  app.get('/sandbox/partners', () => partners.map(({ id }) => ({ id, behaviour: behaviours.of(id) })));
  app.put(BEHAVIOUR_PATH, ofPartner(change));
  app.delete(
    BEHAVIOUR_PATH,
    ofPartner(({ id }, _request, reply) => {
      behaviours.reset(id);
      return reply.code(204).send();
    }),
  );
}
