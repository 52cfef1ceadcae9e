import { StoreUnavailableError } from '@app/ports';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post, UseGuards } from '@nestjs/common';
import { RouteConstraints } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import request from 'supertest';
import { CallSigner } from '../call-signing.js';
import { HealthModule } from './health.js';
import { createHttpApp, type HttpApp } from './http-app.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { SignedCallGuard } from './signed-call.guard.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);

@Controller()
class PublicController {
  @Get('shop')
  @RouteConstraints({ entrance: 'public' })
  shop() {
    return { open: true };
  }

  @Get('broken')
  broken() {
    throw new Error('SELECT secret FROM vault');
  }

  @Get('away')
  away() {
    throw new StoreUnavailableError('PostgreSQL', new Error('connect ECONNREFUSED vault:5432'));
  }
}

@Controller('internal')
@UseGuards(SignedCallGuard)
class InternalController {
  @Post('ledger')
  @RouteConstraints({ entrance: 'internal' })
  ledger(@Body(JsonBodyPipe) body: unknown) {
    return { body };
  }
}

@Module({ controllers: [PublicController, InternalController], providers: [{ provide: CallSigner, useValue: signer }] })
class ShopModule {}

describe('an HTTP application with two doors', () => {
  let app: HttpApp;
  let shop: string;
  let office: string;
  let vault: 'closed' | 'open' = 'open';
  const log: string[] = [];

  beforeEach(async () => {
    const check = async () => {
      if (vault === 'closed') throw new Error('vault closed');
    };
    const module = { module: ShopModule, imports: [HealthModule.register([{ name: 'vault', check }])] };
    app = await createHttpApp(module, { bodyLimit: 1_000, logger: pino({}, { write: (line) => log.push(line) }) });
    shop = `http://127.0.0.1:${await app.listen('public', 0)}`;
    office = `http://127.0.0.1:${await app.listen('internal', 0)}`;
  });

  afterEach(() => app.close());

  const post = (body: string, headers: Record<string, string>) =>
    request(office).post('/internal/ledger').set('content-type', 'application/json').set(headers).send(body);

  it('answers a public route on the public port only', async () => {
    await request(shop).get('/shop').expect(200, { open: true });
    await request(office).get('/shop').expect(404);
  });

  it('answers an internal route on the internal port only, however well it is signed', async () => {
    const body = '{"entry":1}';
    await post(body, { ...signer.sign(body) }).expect(201, { body: { entry: 1 } });
    await request(shop)
      .post('/internal/ledger')
      .set('content-type', 'application/json')
      .set({ ...signer.sign(body) })
      .send(body)
      .expect(404);
  });

  it('refuses an unsigned call, and a signed call whose body was changed', async () => {
    await post('{"entry":1}', {}).expect(401);
    const refusal = await post('{"entry":2}', { ...signer.sign('{"entry":1}') }).expect(401);
    expect(refusal.headers['content-type']).toMatch('application/problem+json');
    expect(refusal.body).toMatchObject({ type: '/problems/unauthorized', status: 401, instance: '/internal/ledger' });
  });

  it('says 401 to a stranger even when the body is no JSON, and 400 to a friend', async () => {
    await post('{"entry"', {}).expect(401);
    await post('{"entry"', { ...signer.sign('{"entry"') }).expect(400);
  });

  it('never shows what went wrong inside', async () => {
    const { body } = await request(shop).get('/broken').expect(500);
    expect(JSON.stringify(body)).not.toContain('vault');
    expect(body).toMatchObject({ code: 'internal-error', status: 500 });
  });

  it('says that a store is away and when to come again, and logs which one without a word of its own', async () => {
    const { body, headers } = await request(shop).get('/away').expect(503);
    expect(body).toMatchObject({ code: 'store-unavailable', status: 503 });
    expect(headers['retry-after']).toBe('1');
    const line = log.at(-1) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 40, store: 'PostgreSQL', msg: 'a store cannot be reached' });
    expect(JSON.stringify(body) + line).not.toContain('vault');
  });

  it('refuses a body over the limit and a body of another type', async () => {
    await post(JSON.stringify('x'.repeat(2_000)), {}).expect(413);
    await request(office).post('/internal/ledger').set('content-type', 'text/plain').send('hello').expect(415);
  });

  it('goes on with the trace of its caller, in a span of its own', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const parent = `00-${traceId}-00f067aa0ba902b7-01`;
    const { headers } = await request(shop).get('/shop').set('traceparent', parent);
    expect(headers.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
  });

  it('does not know a path that nobody can read, and says so like any other', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const call = request(shop).get('/shop/%zz').set('traceparent', `00-${traceId}-00f067aa0ba902b7-01`);
    const { headers, body } = await call.expect(404);
    expect(body).toMatchObject({ code: 'not-found', instance: '/shop/%zz', traceId });
    expect(headers).toMatchObject({ traceparent: expect.stringContaining(traceId), 'cache-control': 'no-store' });
  });

  it('is live on both ports, and ready only while it can reach what it needs', async () => {
    await request(office).get('/health/live').expect(200);
    await request(shop).get('/health/ready').expect(200);
    vault = 'closed';
    const { body } = await request(office).get('/health/ready').expect(503);
    expect(body).toMatchObject({ code: 'not-ready', detail: 'Not reachable: vault.' });
  });
});
