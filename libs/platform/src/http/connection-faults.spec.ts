import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { createLogger } from '../logging.js';
import { createHttpApp, type HttpApp } from './http-app.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { sendProblem } from './problem.filter.js';
import { notFound } from './problem.js';

@Controller()
class EchoController {
  @Get('hello')
  hello() {
    return { hello: true };
  }

  @Post('echo')
  echo(@Body(JsonBodyPipe) body: unknown) {
    return { body };
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

const TIMEOUTS = { headersMs: 100, requestMs: 200, checkEveryMs: 20 };

/** Sends one text after the other, each at an answer to the last; resolves with the answers once it was hung up on. */
const exchange = (port: number, ...texts: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(texts.shift() ?? ''));
    socket.on('data', (chunk) => {
      received += chunk;
      const next = texts.shift();
      if (next !== undefined) socket.write(next);
    });
    socket.on('error', reject).on('close', () => resolve(received));
  });

const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));

describe('a connection that brings no proper request', () => {
  let app: HttpApp;
  const ports = { public: 0, internal: 0 };

  beforeAll(async () => {
    const options = { bodyLimit: 1_000, logger: createLogger('test', 'silent'), timeouts: TIMEOUTS };
    app = await createHttpApp({ module: EchoModule }, options);
    app.fastify.addHook('onRequest', (request, reply, next) => {
      if (request.url === '/refused') sendProblem(reply, request, notFound(), options.logger);
      else next();
    });
    ports.internal = await app.listen('internal', 0);
    ports.public = await app.listen('public', 0);
  });
  afterAll(() => app.close());

  const faults = [
    { what: 'something else than HTTP', text: 'HELO there\r\n\r\n', status: 400, code: 'malformed-request' },
    {
      what: 'a header with a fault',
      text: 'GET /hello HTTP/1.1\r\nx y\r\n\r\n',
      status: 400,
      code: 'malformed-request',
    },
    {
      what: 'a wish for a tunnel',
      text: 'CONNECT elsewhere:443 HTTP/1.1\r\nhost: x\r\n\r\n',
      status: 400,
      code: 'malformed-request',
    },
    {
      what: 'headers without end',
      text: `GET /hello HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}`,
      status: 431,
      code: 'headers-too-large',
    },
    { what: 'headers that stop', text: 'GET /hello HTTP/1.1\r\nhost: x\r\n', status: 408, code: 'request-timeout' },
    {
      what: 'a body that stops',
      text: 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"a"',
      status: 408,
      code: 'request-timeout',
    },
  ];

  describe.each(['public', 'internal'] as const)('at the %s door', (door) => {
    it.each(faults)('is answered $status for $what, and closed', async ({ text, status, code }) => {
      const answer = await exchange(ports[door], text);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/);
      expect(problemIn(answer)).toMatchObject({ type: `/problems/${code}`, code, status });
    });
  });

  const get = 'GET /hello HTTP/1.1\r\nhost: x\r\n\r\n';

  it('is told of its fault after requests that were answered', async () => {
    const answer = await exchange(ports.public, get, 'nonsense\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 400 /);
  });

  it('gets no answer that could be taken for that to the request before', async () => {
    expect(await exchange(ports.public, `${get}nonsense\r\n\r\n`)).toBe('');
  });

  it('gets one answer only when it was refused before its body came, which never does', async () => {
    const head = 'POST /refused HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"a"';
    const answer = await exchange(ports.public, head);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('is refused without a Host, in a problem document', async () => {
    const answer = await exchange(ports.public, 'GET /hello HTTP/1.1\r\nconnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"malformed-request"/);
  });

  it('may expect what nobody knows: that is ignored', async () => {
    const text = 'GET /hello HTTP/1.1\r\nhost: x\r\nexpect: miracles\r\nconnection: close\r\n\r\n';
    expect(await exchange(ports.public, text)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
