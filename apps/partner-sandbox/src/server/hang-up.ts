import { TLSSocket } from 'node:tls';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cutInHalf, type Reply } from '../wire/reply.js';

/** Closes the connection without a word. */
export function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** Resets the connection; under TLS, which node cannot reset, it closes in the middle of the conversation. */
export function resetConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { socket } = request.raw;
  if (socket instanceof TLSSocket) return hangUp(request, reply);
  reply.hijack();
  socket.resetAndDestroy();
  return reply;
}

/** Promises the whole body, sends the first half of it and closes the connection. */
export function sendHalf(whole: Reply, reply: FastifyReply): FastifyReply {
  const { raw } = reply.hijack();
  raw.writeHead(whole.status, { ...whole.headers, 'content-length': whole.body.length });
  raw.write(cutInHalf(whole).body, () => raw.destroy());
  return reply;
}

/** Sends the head at once and one byte of the body after each wait, until a wait says that nobody takes any more. */
export async function drip(whole: Reply, reply: FastifyReply, wait: () => Promise<boolean>): Promise<FastifyReply> {
  const { raw } = reply.hijack();
  raw.writeHead(whole.status, { ...whole.headers, 'content-length': whole.body.length }).flushHeaders();
  for (let sent = 0; sent < whole.body.length; sent += 1) {
    if (!(await wait()) || raw.closed) {
      raw.destroy();
      return reply;
    }
    raw.write(whole.body.subarray(sent, sent + 1));
  }
  raw.end();
  return reply;
}
