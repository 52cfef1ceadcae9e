import { describe, expect, it } from '@jest/globals';
import { readSoap, SOAP_NAMESPACE, soapEnvelope } from './soap.js';
import { writeXml } from './write-xml.js';
import { elementsOf } from './xml-element.js';

const answer = (body: string, contentType = 'text/xml; charset=utf-8', status = 200) =>
  readSoap({ status, headers: { 'content-type': contentType }, body: Buffer.from(body), receivedAt: new Date(0) });

const message = elementsOf('urn:x')('Answer', 'yes');
const envelope = writeXml(soapEnvelope([], message));

describe('a SOAP answer', () => {
  it('is the message in its envelope, with or without a header', () => {
    expect(answer(envelope)).toEqual({ ok: true, value: { message } });
    const bare = `<s:Envelope xmlns:s="${SOAP_NAMESPACE}"><s:Body><Answer xmlns="urn:x">yes</Answer></s:Body></s:Envelope>`;
    expect(answer(bare)).toEqual({ ok: true, value: { message } });
  });

  it('can be a fault, whose code counts without its prefix', () => {
    const fault = '<faultcode>wsse:FailedAuthentication</faultcode><faultstring>no</faultstring>';
    const detail = '<detail><e:Error xmlns:e="urn:e"/></detail>';
    const body = `<s:Envelope xmlns:s="${SOAP_NAMESPACE}"><s:Body><s:Fault>${fault}${detail}</s:Fault></s:Body></s:Envelope>`;
    expect(answer(body, 'text/xml', 500)).toMatchObject({
      ok: true,
      value: { fault: { code: 'FailedAuthentication', detail: [{ namespace: 'urn:e', name: 'Error' }] } },
    });
  });

  it.each([
    ['HTML', '<html></html>', 'text/html', 'something else than XML', false],
    ['half a message', envelope.slice(0, envelope.length / 2), 'text/xml', 'cut short', true],
    ['a broken message', envelope.replace('</Answer>', ''), 'text/xml', 'malformed', false],
    ['another document', '<Answer/>', 'text/xml', 'no SOAP message', false],
    ['an envelope of SOAP 1.2', envelope.replaceAll(SOAP_NAMESPACE, 'urn:12'), 'text/xml', 'no SOAP message', false],
    ['an empty envelope', `<Envelope xmlns="${SOAP_NAMESPACE}"/>`, 'text/xml', 'no SOAP message', false],
  ])('is never %s', (_what, body, contentType, why, retryable) => {
    expect(answer(body, contentType)).toMatchObject({
      ok: false,
      error: { category: 'PROTOCOL', retryable, httpStatus: 200, messageForOps: expect.stringContaining(why) },
    });
  });
});
