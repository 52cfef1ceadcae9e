import { createHash } from 'node:crypto';
import { SOAP_NAMESPACE } from './soap.js';
import { elementsOf, type XmlElement } from './xml-element.js';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const WSSE_NAMESPACE = `${OASIS}-wssecurity-secext-1.0.xsd`;
export const WSU_NAMESPACE = `${OASIS}-wssecurity-utility-1.0.xsd`;

const wsse = elementsOf(WSSE_NAMESPACE);
const wsu = elementsOf(WSU_NAMESPACE);

/** What one message is signed with. */
export interface UsernameToken {
  readonly username: string;
  readonly password: string;
  /** Never used before. */
  readonly nonce: Buffer;
  readonly created: Date;
}

/** RFC 3339 in UTC, whole seconds. */
const toSeconds = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

/** Base64(SHA-1(nonce + created + password)), as the UsernameToken profile 1.0 has it. */
export const passwordDigest = ({ nonce, created, password }: UsernameToken): string =>
  createHash('sha1').update(nonce).update(toSeconds(created)).update(password, 'utf8').digest('base64');

/** The WS-Security header block with a UsernameToken; the password itself is not in it. */
export function securityHeader(token: UsernameToken): XmlElement {
  const { username, nonce, created } = token;
  const block = wsse('Security', [
    wsse('UsernameToken', [
      wsse('Username', username),
      wsse('Password', passwordDigest(token), { Type: `${OASIS}-username-token-profile-1.0#PasswordDigest` }),
      wsse('Nonce', nonce.toString('base64'), { EncodingType: `${OASIS}-soap-message-security-1.0#Base64Binary` }),
      wsu('Created', toSeconds(created)),
    ]),
  ]);
  return { ...block, attributes: [{ namespace: SOAP_NAMESPACE, name: 'mustUnderstand', value: '1' }] };
}
