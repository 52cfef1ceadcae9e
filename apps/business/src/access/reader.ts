import type { ApiClient } from '@app/ports';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callingClient } from './admission.js';

/** Who asks for what, and what they show for it. */
export interface Reader {
  readonly id: string;
  readonly client: ApiClient;
  /** `X-Access-Token`. */
  readonly token: unknown;
}

type ReadRequest = FastifyRequest<{ Params: { id: string } }>;

/** The reader of the resource that the path's `:id` names. */
export const ResourceReader = createParamDecorator((_: undefined, context: ExecutionContext): Reader => {
  const request = context.switchToHttp().getRequest<ReadRequest>();
  return { id: request.params.id, client: callingClient(request), token: request.headers['x-access-token'] };
});
