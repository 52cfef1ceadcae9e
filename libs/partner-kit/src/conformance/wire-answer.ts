import { text } from '../testing/fake-answers.js';
import type { FakeAnswer } from '../testing/fake-partner.js';

/** A call of the partner to the integration service. */
export interface WirePush {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One HTTP answer as it stands on the wire: data, so that the suite can spoil it. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the partner pushes about when it answers; made when it is sent, since signatures tell the time. */
  readonly pushes?: () => WirePush;
}

export const wireJson = (status: number, body: unknown, headers: WireAnswer['headers'] = {}): WireAnswer => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
  headers,
});

export const send = ({ status, contentType, body, headers }: WireAnswer): FakeAnswer =>
  text(status, contentType, body, headers);

/** Its first half, honestly announced as such (partners.md 0.5, GARBLED). */
export function firstHalf(answer: WireAnswer): WireAnswer {
  const bytes = Buffer.from(answer.body);
  return { ...answer, body: bytes.subarray(0, Math.floor(bytes.length / 2)).toString('utf8') };
}

/** Announces the whole body, sends half of it and closes. */
export const brokenOff =
  ({ status, contentType, body }: WireAnswer): FakeAnswer =>
  (response) => {
    const bytes = Buffer.from(body);
    response.writeHead(status, { 'content-type': contentType, 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  };

/** Sends all but the end, and never that. */
export const neverEnding =
  ({ status, contentType, body }: WireAnswer): FakeAnswer =>
  (response) => {
    response.writeHead(status, { 'content-type': contentType });
    response.write(body.slice(0, -1));
  };
