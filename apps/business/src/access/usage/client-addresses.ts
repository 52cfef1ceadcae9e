import { isIP, isIPv6, SocketAddress } from 'node:net';
import type { FastifyRequest } from 'fastify';

const IPV4_IN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
/** The groups of a /64: what one customer of a provider has at least, so that addresses inside it are one sender's. */
const NETWORK_GROUPS = 4;

const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'));

/** The first groups of an IPv6 address in its shortest form. */
function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

const shortest = (address: string): string => new SocketAddress({ address, family: 'ipv6' }).address;

/** One sender, as far as an address tells: an IPv4 address, or the /64 of an IPv6 one. */
export function senderOf(address: string): string {
  const [, inside] = IPV4_IN_IPV6.exec(address) ?? [];
  if (inside !== undefined) return inside;
  const [withoutZone = address] = address.split('%', 1);
  return isIPv6(withoutZone) ? networkOf(shortest(withoutZone)) : address;
}

/** Who sent a request: the address that trusted proxies name, or the connection's own where they name none. */
export function senderOfRequest(request: FastifyRequest): string {
  const { ip } = request;
  return senderOf(isIP(ip) === 0 ? (request.socket.remoteAddress ?? '') : ip);
}
