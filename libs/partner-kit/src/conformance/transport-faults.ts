import type { ErrorCategory } from '@app/domain';
import { dripping, hangUp, reset, silence, text } from '../testing/fake-answers.js';
import type { FakeAnswer } from '../testing/fake-partner.js';
import { brokenOff, firstHalf, neverEnding, send, type WireAnswer } from './wire-answer.js';

/** What can happen to any partner's answer, made of a good one; and what it has to be read as (canonical-model.md §7). */
export interface TransportFault {
  readonly name: string;
  readonly spoil: (good: WireAnswer) => FakeAnswer;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
}

/** More than an answer that brings a document with it. */
const LARGER_THAN_ALLOWED = 15_000_000;

const page = '<html><body>We will be back soon</body></html>';

const html = (status: number) => () => text(status, 'text/html; charset=utf-8', page);

const timeout = { category: 'TIMEOUT', retryable: true } as const;
const cutShort = { category: 'PROTOCOL', retryable: true } as const;
const unusable = { category: 'PROTOCOL', retryable: false } as const;
const away = { category: 'UNAVAILABLE', retryable: true } as const;

export const TRANSPORT_FAULTS: readonly TransportFault[] = [
  { name: 'no answer in time', spoil: () => silence, ...timeout },
  { name: 'a body that never ends', spoil: neverEnding, ...timeout },
  { name: 'a body that comes byte by byte', spoil: byteByByte, ...timeout },
  { name: 'a reset after the request was sent', spoil: () => reset, ...timeout },
  { name: 'a connection closed after the request was sent', spoil: () => hangUp, ...timeout },
  { name: 'half a body, announced as such', spoil: (good) => send(firstHalf(good)), ...cutShort },
  { name: 'half a body, announced as whole', spoil: brokenOff, ...cutShort },
  { name: 'an empty body', spoil: (good) => send({ ...good, body: '' }), ...cutShort },
  { name: 'HTML with a success status', spoil: html(200), ...unusable },
  { name: 'a body larger than allowed', spoil: oversized, ...unusable },
  { name: 'a redirect', spoil: () => text(302, 'text/plain', '', { location: 'http://127.0.0.1:1/' }), ...unusable },
  { name: 'HTML with 502', spoil: html(502), ...away },
  { name: 'HTML with 503', spoil: html(503), ...away },
  { name: 'HTML with 504', spoil: html(504), ...away },
];

function oversized(good: WireAnswer): FakeAnswer {
  return send({ ...good, body: `${good.body}${' '.repeat(LARGER_THAN_ALLOWED)}` });
}

function byteByByte({ status, contentType, body }: WireAnswer): FakeAnswer {
  return dripping(status, contentType, body);
}
