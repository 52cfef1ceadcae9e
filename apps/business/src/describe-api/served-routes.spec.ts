import { openApiDocument } from '@app/contracts';
import { createHttpApp, createLogger } from '@app/platform';
import { inMemoryPorts } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { BusinessModule, type Capabilities } from '../business.module.js';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';

/** Answered by Fastify beside every GET. */
const IMPLIED = ['HEAD'];
/** The files of the page at /docs: parts of one answer, no operations of their own. */
const isFileOfThePage = (path: string): boolean => path.startsWith('/docs/');

const documented = Object.entries(openApiDocument().paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);

/** The routes of the controllers that the public door reaches, `GET /v1/quote-requests/{id}`. */
async function servedRoutes(): Promise<string[]> {
  // Nothing is called, so the controllers need nothing to call.
  const module = BusinessModule.register({} as Capabilities, []);
  const app = await createHttpApp(module, { bodyLimit: 1, logger: createLogger('routes', 'silent') });
  const routes: string[] = [];
  app.fastify.addHook('onRoute', ({ method, url, constraints }) => {
    if (constraints?.entrance === 'internal' || isFileOfThePage(url)) return;
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    routes.push(...[method].flat().map((one) => `${one} ${path}`));
  });
  await app.nest.init();
  await app.close();
  return routes.filter((route) => !IMPLIED.includes(route.split(' ', 1).join()));
}

/** What the door of a running service says that it takes at a path. */
async function allowedAt({ api }: BusinessUnderTest, path: string): Promise<string[]> {
  const id = '01989d1a-0000-7000-8000-000000000000';
  const response = await fetch(`${api}${path.replaceAll(/\{\w+\}/g, id)}`, { method: 'DELETE' });
  expect(response.status).toBe(405);
  const allowed = (response.headers.get('allow') ?? '').split(', ').filter((method) => !IMPLIED.includes(method));
  return allowed.map((method) => `${method} ${path}`);
}

describe('the served routes and the OpenAPI document', () => {
  it('are the same set, both ways', async () => {
    expect((await servedRoutes()).toSorted()).toEqual(documented.toSorted());
  });

  it('are the same at the public door of a running service', async () => {
    const business = await startUnderTest(inMemoryPorts());
    const paths = Object.keys(openApiDocument().paths);
    const allowed = await Promise.all(paths.map((path) => allowedAt(business, path)));
    await business.stop();
    expect(allowed.flat().toSorted()).toEqual(documented.toSorted());
  });
});
