import type { FakeAnswer } from './fake-partner.js';

type Headers = Readonly<Record<string, string>>;

/** Any text of any type. */
export const text =
  (status: number, contentType: string, body: string, headers: Headers = {}): FakeAnswer =>
  (response) =>
    void response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);

export const json = (status: number, body: unknown, headers: Headers = {}): FakeAnswer =>
  text(status, 'application/json', JSON.stringify(body), headers);

export const problem = (status: number, body: unknown, headers: Headers = {}): FakeAnswer =>
  text(status, 'application/problem+json', JSON.stringify(body), headers);

/** The first half of a body, honestly announced as such (partners.md 0.5, GARBLED). */
export const garbled = (status: number, body: unknown): FakeAnswer => {
  const bytes = Buffer.from(JSON.stringify(body));
  return (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(bytes.subarray(0, Math.floor(bytes.length / 2)));
};

/** Announces the whole body, sends half of it and closes. */
export const shorterThanAnnounced = (status: number, body: unknown): FakeAnswer => {
  const bytes = Buffer.from(JSON.stringify(body));
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  };
};

/** Takes the request and resets the connection. */
export const reset: FakeAnswer = (response) => void response.socket?.resetAndDestroy();

/** Takes the request and closes the connection. */
export const hangUp: FakeAnswer = (response) => void response.destroy();

/** Takes the request and says nothing. */
export const silence: FakeAnswer = () => undefined;

/** Begins to answer and never ends. */
export const endless: FakeAnswer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{');
};

/** Announces the whole body and sends a byte of it now and then. */
export const dripping =
  (status: number, contentType: string, body: string, everyMs = 50): FakeAnswer =>
  (response) => {
    const bytes = Buffer.from(body);
    response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length }).flushHeaders();
    let sent = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(sent, sent + 1));
      sent += 1;
      if (sent < bytes.length) return;
      clearInterval(timer);
      response.end();
    }, everyMs);
    response.once('close', () => clearInterval(timer));
  };

/** Begins to answer and sends as much as is taken, without end. Tells how much when nobody takes any more. */
export const flooding =
  (onClosed: (sentBytes: number) => void): FakeAnswer =>
  (response) => {
    const chunk = Buffer.alloc(65_536, ' ');
    let sentBytes = 0;
    const send = () => {
      sentBytes += chunk.length;
      while (!response.destroyed && response.write(chunk)) sentBytes += chunk.length;
    };
    response.once('close', () => onClosed(sentBytes));
    response.on('drain', send);
    response.writeHead(200, { 'content-type': 'application/json' });
    send();
  };
