import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { startTrace, traceIdOf } from '../traceparent.js';
import { ProblemException, problemDocument } from './problem.js';

const MALFORMED = new ProblemException(400, 'malformed-request', 'This is not an HTTP request that can be read.');

/** Faults of a connection, by Node's code for them. */
const FAULTS: Readonly<Record<string, ProblemException>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new ProblemException(408, 'request-timeout', 'The request took too long to arrive.'),
  HPE_HEADER_OVERFLOW: new ProblemException(431, 'headers-too-large', 'The headers are larger than we take.'),
};

/** How long a sender has to read the answer: closing at once, with bytes of theirs unread, would take it from them. */
const LINGER_MS = 1_000;

/** The answer as it goes over the wire. The path is not known: the request could not be read. */
function answerText(problem: ProblemException): string {
  const body = JSON.stringify(problemDocument(problem, '', traceIdOf(startTrace())));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** The last request of each connection, and its answer. */
const exchanges = new WeakMap<Socket, { readonly request: IncomingMessage; readonly response: ServerResponse }>();
const faulted = new WeakSet<Socket>();

/** Whether an answer written now would be taken for that to an earlier request, or be a second one to this request. */
function wouldMislead(socket: Socket): boolean {
  const exchange = exchanges.get(socket);
  if (exchange === undefined) return false;
  const { request, response } = exchange;
  return request.complete ? !response.writableFinished : response.headersSent;
}

/** Answers what is no request, or does not arrive in time, with a problem document, and ends the connection. */
export function answerFault(error: Error & { code?: string }, socket: Socket): void {
  if (faulted.has(socket)) return;
  faulted.add(socket);
  if (error.code === 'ECONNRESET' || !socket.writable || wouldMislead(socket)) return void socket.destroy();
  socket.end(answerText(FAULTS[error.code ?? ''] ?? MALFORMED));
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** Follows a server's requests, so that a fault in the middle of an answer is told from one before it. */
export function followExchanges(server: Server): void {
  server.prependListener('request', (request, response) => exchanges.set(request.socket, { request, response }));
  // We are nobody's proxy; Node alone would hang up without a word.
  server.on('connect', (request) => answerFault(new Error('no tunnels here'), request.socket));
  // What a client expects beyond `100-continue` is ignored, as RFC 9110 allows, rather than refused with a bare 417.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

export const withoutHost = (request: IncomingMessage): boolean =>
  request.headers.host === undefined && request.httpVersion === '1.1';

/** HTTP/1.1 asks for a `Host`; Node alone would refuse without a problem document. */
export const HOST_MISSING = new ProblemException(400, 'malformed-request', 'Send a Host header.');
