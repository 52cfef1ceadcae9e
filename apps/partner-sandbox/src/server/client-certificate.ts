import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** One alternative name as node prints it: `URI:urn:a:b`. A value that could pass for several names is quoted. */
const ALTERNATIVE_NAME = /(?:^|, )([^:,"]+):("(?:\\.|[^"\\])*"|[^",]*)/g;

/** The URIs among a certificate's alternative names; a quoted one keeps its quotes, and so equals no partner's. */
const urisOf = (alternativeNames: string): readonly string[] =>
  [...alternativeNames.matchAll(ALTERNATIVE_NAME)].flatMap(([, kind, value = '']) => (kind === 'URI' ? [value] : []));

/** What the client's certificate says, which the handshake has verified; null on a connection without TLS. */
export const certifiedUris = (socket: Socket): readonly string[] | null =>
  socket instanceof TLSSocket ? urisOf(socket.getPeerX509Certificate()?.subjectAltName ?? '') : null;
