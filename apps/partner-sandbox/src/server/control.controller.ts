import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Behaviours } from '../behaviour/behaviours.js';
import type { Partner } from '../partners/partner.js';
import type { PolicyLedger } from '../state/policy-ledger.js';
import { registerBehaviours } from './behaviour.controller.js';
import type { CallLog } from './call-log.js';

export interface ControlSide {
  readonly partners: readonly Partner[];
  readonly options: unknown;
  readonly calls: CallLog;
  readonly policies: PolicyLedger;
  readonly behaviours: Behaviours;
}

const callQuery = z.object({
  partner: z.string().optional(),
  operation: z.string().optional(),
  after: z.coerce.number().int().min(0).optional(),
});

function registerCalls(app: FastifyInstance, calls: CallLog): void {
  app.get('/sandbox/calls', (request, reply) => {
    const query = callQuery.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ error: z.prettifyError(query.error) });
    const items = calls.list(query.data);
    return reply.send({ items, next: items.at(-1)?.seq ?? query.data.after ?? 0 });
  });
  app.delete('/sandbox/calls', (_request, reply) => {
    calls.clear();
    return reply.code(204).send();
  });
}

/** What tests, measurements and people see of the sandbox itself; no partner has these paths. */
export function registerControlSide(app: FastifyInstance, control: ControlSide): void {
  const { partners, options, calls, policies, behaviours } = control;
  app.get('/', (request) => {
    const baseUrl = `${request.protocol}://${request.host}`;
    return { partners: partners.map(({ id, prefixes }) => ({ id, baseUrl, prefixes })), options };
  });
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', () => ({ status: 'ok' }));
  registerCalls(app, calls);
  registerBehaviours(app, partners, behaviours);
  app.get('/sandbox/policies', () => policies.list());
}
