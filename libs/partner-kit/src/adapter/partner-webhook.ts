import type { HttpApp } from '@app/platform';

/** One call of the partner to us. */
export interface PushedCall {
  /** Names in lower case; a header that came several times is left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes that the partner signed. */
  readonly body: Buffer;
}

/** A route that the partner calls. Our own signature is not on such calls: `receive` checks the partner's. */
export interface PartnerWebhook {
  readonly path: string;
  /** Returns the status of the empty answer, fast: what takes time comes after it. */
  receive(call: PushedCall): number;
}

const singleValues = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

export function addWebhook(fastify: HttpApp['fastify'], { path, receive }: PartnerWebhook): void {
  fastify.post(path, { constraints: { entrance: 'internal' } }, (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    void reply.code(receive({ headers: singleValues(request.headers), body })).send();
  });
}
