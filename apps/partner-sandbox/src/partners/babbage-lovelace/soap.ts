import { create } from 'xmlbuilder2';
import { type Reply, reply } from '../../wire/reply.js';
import { ERRORS, SOAP, WSSE } from './namespaces.js';
import { childOf, parseXml, type XmlElement } from './xml.js';

/** SOAP 1.1: what every request and every answer is wrapped in (partners.md B.1). */

/** Either part is undefined when there is none. */
export interface Envelope {
  readonly header: XmlElement | undefined;
  readonly body: XmlElement | undefined;
}

/** Undefined when the bytes are no well-formed XML. */
export function readEnvelope(bytes: Buffer): Envelope | undefined {
  const root = parseXml(bytes);
  if (root === undefined) return undefined;
  const envelope = root.namespace === SOAP && root.name === 'Envelope' ? root : undefined;
  return { header: childOf(envelope, SOAP, 'Header'), body: childOf(envelope, SOAP, 'Body') };
}

/** What an element holds: text, or elements by name in the order they are written; `@name` is an attribute. */
export type XmlContent = string | XmlContents;

export interface XmlContents {
  readonly [name: string]: XmlContent | readonly XmlContent[];
}

/** An answer with what its body holds. */
export function envelopeReply(status: number, body: XmlContents): Reply {
  const envelope = { 'soapenv:Envelope': { '@xmlns:soapenv': SOAP, 'soapenv:Body': body } };
  return reply(status, 'text/xml; charset=utf-8', Buffer.from(create(envelope).end({ headless: true })));
}

/** A Fault about the security header, which by SOAP's rules carries no detail. */
export const securityFault = (code: string, text: string): Reply =>
  envelopeReply(500, { 'soapenv:Fault': { '@xmlns:wsse': WSSE, faultcode: `wsse:${code}`, faultstring: text } });

export interface FaultDetail {
  readonly code: string;
  /** Seconds; null: not retryable. */
  readonly retryAfter: number | null;
}

export function fault(side: 'Client' | 'Server', text: string, { code, retryAfter }: FaultDetail): Reply {
  const error = {
    '@xmlns:bl': ERRORS,
    'bl:Code': code,
    'bl:RetryableInd': retryAfter === null ? '0' : '1',
    ...(retryAfter === null ? {} : { 'bl:RetryAfterSec': String(retryAfter) }),
  };
  const content = { faultcode: `soapenv:${side}`, faultstring: text, detail: { 'bl:Error': error } };
  return envelopeReply(500, { 'soapenv:Fault': content });
}
