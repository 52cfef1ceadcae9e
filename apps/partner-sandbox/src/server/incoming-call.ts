import type { IncomingMessage } from 'node:http';
import type { CallNotes, PartnerCall } from '../wire/partner-call.js';

const BODY_LIMIT = 1_048_576;

/** The sandbox's own refusal of a body that no partner's client sends. */
class BodyTooLarge extends Error {
  readonly statusCode = 413;
}

/** Reads to the end even when that is too far: leaving early would reset the connection before the refusal is out. */
async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
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

/** The partner's view of a request; what it notes ends up in `notes`. */
export function incomingCall(
  request: IncomingMessage,
  params: Readonly<Record<string, string>>,
  notes: { -readonly [Key in keyof CallNotes]: CallNotes[Key] },
): PartnerCall {
  return {
    method: request.method ?? '',
    ...splitTarget(request.url ?? ''),
    params,
    header: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    readBody: () => bytesOf(request),
    note: (more) => {
      Object.assign(notes, more);
    },
  };
}
