import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { failure } from '../errors/canonical-failure.js';
import type { PartnerResponse } from '../http/partner-response.js';
import { parseXml } from './parse-xml.js';
import { childrenOf, elementsOf, isNamed, type XmlElement } from './xml-element.js';

/** SOAP 1.1. */
export const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap = elementsOf(SOAP_NAMESPACE);

const XML_TYPE = /^(?:text|application)\/xml\s*(?:;|$)/i;

/** An envelope with these header blocks around one message. */
export const soapEnvelope = (header: readonly XmlElement[], message: XmlElement): XmlElement =>
  soap('Envelope', [soap('Header', header), soap('Body', [message])]);

/** What an answer's envelope holds: the message, or the fault in its place. */
export interface SoapContent {
  readonly message: XmlElement;
  readonly fault?: SoapFault;
}

export interface SoapFault {
  /** The local part of `faultcode`: its prefix says nothing. */
  readonly code: string;
  /** The children of `detail`. */
  readonly detail: readonly XmlElement[];
}

function faultOf(message: XmlElement): SoapFault | undefined {
  if (!isNamed(message, SOAP_NAMESPACE, 'Fault')) return undefined;
  // The children of a fault have no namespace (SOAP 1.1 §4.4).
  const child = (name: string) => childrenOf(message).find((element) => isNamed(element, '', name));
  const code = child('faultcode')?.content;
  const detail = child('detail');
  return {
    code: typeof code === 'string' ? code.slice(code.indexOf(':') + 1) : '',
    detail: detail === undefined ? [] : childrenOf(detail),
  };
}

function contentOf(root: XmlElement): SoapContent | undefined {
  if (!isNamed(root, SOAP_NAMESPACE, 'Envelope')) return undefined;
  const body = childrenOf(root).find((element) => isNamed(element, SOAP_NAMESPACE, 'Body'));
  const message = body && childrenOf(body)[0];
  if (message === undefined) return undefined;
  const fault = faultOf(message);
  return fault === undefined ? { message } : { message, fault };
}

/** What is in an answer's envelope. Otherwise `PROTOCOL`: no XML, malformed, cut short (only then retryable), no SOAP. */
export function readSoap({ status, headers, body }: PartnerResponse): Result<SoapContent, CanonicalError> {
  const unusable = (what: string, retryable = false) =>
    refused(failure('PROTOCOL', `answered ${status} with ${what}`, { httpStatus: status, retryable }));
  if (!XML_TYPE.test(headers['content-type'] ?? '')) return unusable('something else than XML');
  const root = parseXml(body.toString('utf8'));
  if (!root.ok) return root.error === 'CUT_SHORT' ? unusable('XML that is cut short', true) : unusable('malformed XML');
  const content = contentOf(root.value);
  return content === undefined ? unusable('XML that is no SOAP message') : ok(content);
}
