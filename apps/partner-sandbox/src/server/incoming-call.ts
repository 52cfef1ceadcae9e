import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallFacts, PartnerCall } from '../wire/partner-call.js';
import { certifiedUris } from './client-certificate.js';

const BODY_LIMIT = 1_048_576;

/** The sandbox's own refusal of a body that no partner's client sends. */
class BodyTooLarge extends Error {
  readonly statusCode = 413;
}

/** Reads to the end even when that is too far: leaving early would reset the connection before the refusal is out. */
export async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  if (length > BODY_LIMIT) throw new BodyTooLarge(`More than ${BODY_LIMIT} bytes`);
  return Buffer.concat(chunks, length);
}

function splitTarget(target: string): { rawPath: string; rawQuery: string } {
  const mark = target.indexOf('?');
  return mark < 0
    ? { rawPath: target, rawQuery: '' }
    : { rawPath: target.slice(0, mark), rawQuery: target.slice(mark + 1) };
}

/** The partner's view of a request; what it notes ends up in `facts`. */
export function incomingCall(
  request: IncomingMessage,
  response: ServerResponse,
  params: Readonly<Record<string, string>>,
  facts: { -readonly [Key in keyof CallFacts]: CallFacts[Key] },
): PartnerCall {
  return {
    method: request.method ?? '',
    ...splitTarget(request.url ?? ''),
    params,
    certifiedUris: certifiedUris(request.socket),
    header: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    readBody: () => bytesOf(request),
    note: (more) => {
      Object.assign(facts, more);
    },
    onceOver: (listener) => {
      if (response.closed) listener();
      else response.once('close', listener);
    },
  };
}
