import type { WireAnswer } from '@app/partner-kit/conformance';
import { enveloped, errorOf } from './worked-answers.js';

export const wireXml = (status: number, body: string, headers: WireAnswer['headers'] = {}): WireAnswer => ({
  status,
  contentType: 'text/xml; charset=utf-8',
  body,
  headers,
});

/** An error inside a success status (partners.md B.2). */
export const inBand = (extended: string, reason: string, more = ''): WireAnswer =>
  wireXml(200, enveloped('PersAutoPolicyQuoteInqRs', errorOf(extended, reason, more)));

/** A fault; its string may quote what we sent. */
export const fault = (code: string, detail = '', headers: WireAnswer['headers'] = {}): WireAnswer =>
  wireXml(
    500,
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>${code}</faultcode>
      <faultstring>MH12AB1234 of 9800000001</faultstring>${detail}</s:Fault></s:Body></s:Envelope>`,
    headers,
  );

export const faultDetail = (code: string, retryable: number, more = ''): string =>
  `<detail><bl:Error xmlns:bl="urn:babbage-lovelace:errors:1"><bl:Code>${code}</bl:Code>
    <bl:RetryableInd>${retryable}</bl:RetryableInd>${more}</bl:Error></detail>`;
