import { readFileSync } from 'node:fs';
import { inMemoryPorts } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';

describe('the description of the API', () => {
  let business: BusinessUnderTest;
  beforeAll(async () => {
    business = await startUnderTest(inMemoryPorts());
  });
  afterAll(() => business.stop());

  const read = (path: string, headers: Record<string, string> = {}) => request(business.api).get(path).set(headers);

  it('is served as it is committed, to anybody', async () => {
    const committed = readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8');
    expect((await read('/openapi.json')).body).toEqual(JSON.parse(committed));
  });

  it('may be kept by anybody, and says when it is still the same', async () => {
    const first = await read('/openapi.json');
    expect(first.headers['cache-control']).toBe('public, max-age=3600');
    const again = await read('/openapi.json', { 'if-none-match': first.headers.etag ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('has a page with nothing inline, nothing from elsewhere, and all of its files', async () => {
    const { headers: head, text: page } = await read('/docs');
    expect(head['content-type']).toBe('text/html; charset=utf-8');
    expect(page).not.toMatch(/<script>|<style|\son\w+=|style=|https?:|\/\//);
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const { status, headers } = await read(`/${file}`);
      expect([status, headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    }
  });

  it('lets its page run and load what is ours only', async () => {
    const policy = (await read('/docs')).headers['content-security-policy'] ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*|https?:/);
  });

  it('points the page at the document', async () => {
    expect((await read('/docs/start.js')).text).toContain("url: 'openapi.json'");
  });

  it('has no other files', async () => {
    const others = ['/docs/', '/docs/package.json', '/docs/..%2fpackage.json', '/docs/swagger-ui.css/x'];
    for (const path of others) expect((await read(path)).status).toBe(404);
  });
});
