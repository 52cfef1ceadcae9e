import { StoreUnavailableError } from '@app/ports';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging.js';
import { traceIdOf } from '../traceparent.js';
import { notFound, ProblemException, problemDocument } from './problem.js';

/** Refusals of the HTTP layer before a handler sees the request, by the status that it gave them. */
const HTTP_LAYER: Readonly<Record<number, ProblemException>> = {
  400: new ProblemException(400, 'malformed-json', 'The request could not be read.'),
  404: notFound(),
  413: new ProblemException(413, 'too-large', 'The body is larger than this route takes.'),
  415: new ProblemException(415, 'unsupported-media-type', 'Send application/json.'),
};

const STORE_UNAVAILABLE = new ProblemException(503, 'store-unavailable', 'This cannot be done right now; try again.', {
  headers: { 'retry-after': '1' },
});

const INTERNAL_ERROR = new ProblemException(500, 'internal-error', 'Something went wrong on our side.');

function problemOf(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof StoreUnavailableError) return STORE_UNAVAILABLE;
  const status = error instanceof HttpException ? error.getStatus() : 500;
  return HTTP_LAYER[status] ?? INTERNAL_ERROR;
}

/** What nobody chose to answer is for operators; a store's error keeps its cause to itself, which may quote data. */
function logFailure(error: unknown, { traceparent }: FastifyRequest, logger: Logger): void {
  const trace = traceIdOf(traceparent);
  if (error instanceof StoreUnavailableError) logger.warn({ store: error.store, trace }, 'a store cannot be reached');
  else logger.error({ err: error, trace }, 'request failed');
}

/** Every error of a service as a problem document; what nobody expected is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    sendProblem(http.getResponse<FastifyReply>(), request, error, this.logger);
  }
}

/** Answers a request with the problem that an error amounts to. */
export function sendProblem(reply: FastifyReply, request: FastifyRequest, error: unknown, logger: Logger): void {
  const problem = problemOf(error);
  if (problem.status >= 500 && problem !== error) logFailure(error, request, logger);
  const instance = request.url.split('?', 1)[0] ?? '';
  void reply
    .status(problem.status)
    .headers({ ...problem.extra.headers, 'content-type': 'application/problem+json' })
    .send(JSON.stringify(problemDocument(problem, instance, traceIdOf(request.traceparent))));
}
