import { describe, expect, it } from '@jest/globals';
import { RouteTable } from './route-table.js';

const ID = '01989d1a-0000-7000-8000-000000000000';
const PUBLIC = { constraints: { entrance: 'public' }, config: { access: 'OPEN' } };

describe('the table of routes', () => {
  const table = new RouteTable();
  const add = (method: string, url: string, options: object = PUBLIC) => table.add({ url, method, ...options });
  add('GET', '/v1/things/:id');
  add('GET', '/v1/makers/:maker/state');
  add('GET', '/docs/*');
  add('POST', '/internal/v1/things', { constraints: { entrance: 'internal' } });
  add('GET', '/health/live', {});

  it.each([
    [`/v1/things/${ID}`, ['GET'], []],
    ['/v1/things/1', [], []],
    ['/v1/makers/acme/state', ['GET'], []],
    ['/v1/makers//state', [], []],
    ['/docs/a/b.css', ['GET'], []],
    ['/docs', [], []],
    ['/internal/v1/things', [], ['POST']],
    ['/health/live', ['GET'], ['GET']],
  ])('knows what %s takes: %j outside, %j inside', (path, outside, inside) => {
    expect(table.methodsAt('public', path)).toEqual(outside);
    expect(table.methodsAt('internal', path)).toEqual(inside);
  });

  it('takes no route of which nobody said who may call it', () => {
    for (const options of [{}, { constraints: { entrance: 'public' } }])
      expect(() => add('GET', '/v1/secrets', options)).toThrow('Say who may call /v1/secrets');
  });
});
