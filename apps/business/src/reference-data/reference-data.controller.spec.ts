import { countryList, type Problem, productLineList, rtoList, vehicleList } from '@app/contracts';
import { PARTNERS } from '@app/partner-registry';
import { COUNTRIES, PRODUCT_LINE_IDS, RTOS, riskSchemaOf, VEHICLES } from '@app/product-lines';
import { inMemoryPorts } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';

const PATHS = ['/v1/product-lines', '/v1/reference/vehicles', '/v1/reference/rtos', '/v1/reference/countries'];

describe('reference data', () => {
  let business: BusinessUnderTest;
  beforeAll(async () => {
    business = await startUnderTest(inMemoryPorts());
  });
  afterAll(() => business.stop());

  /** Without a key. */
  const read = (path: string, headers: Record<string, string> = {}) => request(business.api).get(path).set(headers);

  const vehiclesAt = async (path: string) => vehicleList.parse((await read(path).expect(200)).body);
  const idsAt = async (path: string) => (await vehiclesAt(path)).items.map(({ vehicleId }) => vehicleId);

  it('shows every product line with the form of its risk and who sells it', async () => {
    const { body } = await read('/v1/product-lines').expect(200);
    const { items, links } = productLineList.parse(body);
    expect(links.next).toBeNull();
    expect(items.map(({ id }) => id)).toEqual(PRODUCT_LINE_IDS);
    for (const { id, risk, partners } of items) {
      expect(risk).toEqual(riskSchemaOf(id));
      const sellers = PARTNERS.filter(({ lines }) => lines.includes(id));
      expect(partners).toEqual(sellers.map((partner) => ({ id: partner.id, name: partner.name })));
    }
    expect(items[0]).toMatchObject({ title: 'Car insurance', domain: 'motor' });
  });

  it('shows the masters whole, in the form of the contract', async () => {
    expect((await vehiclesAt('/v1/reference/vehicles')).items).toEqual([...VEHICLES.values()]);
    const offices = await read('/v1/reference/rtos').expect(200);
    expect(rtoList.parse(offices.body)).toEqual({ items: [...RTOS.values()], links: { next: null } });
    const nations = await read('/v1/reference/countries').expect(200);
    expect(countryList.parse(nations.body)).toEqual({ items: [...COUNTRIES.values()], links: { next: null } });
  });

  it.each([
    ['class=2W', ['TW01', 'TW02', 'TW03', 'TW04', 'TW05', 'TW06']],
    ['q=gulmohar', ['FW01', 'FW02', 'FW10']],
    ['q=GULMOHAR+cha', ['FW01', 'FW02']],
    ['q=zxi+chalet', ['FW02']],
    ['q=650', ['TW04']],
    ['class=4W&q=650', []],
    ['q=%20', [...VEHICLES.keys()]],
    ['q=FW01', []],
  ])('finds vehicles by %s', async (query, expected) => {
    expect(await idsAt(`/v1/reference/vehicles?${query}`)).toEqual(expected);
  });

  it('finds registering offices by code and by name', async () => {
    const found = async (q: string) =>
      rtoList.parse((await read(`/v1/reference/rtos?q=${q}`)).body).items.map(({ rtoCode }) => rtoCode);
    expect(await found('mh1')).toEqual(['MH12']);
    expect(await found('central')).toEqual(['MH01', 'KA01', 'TN01', 'TS09']);
  });

  it('is read page by page along the links', async () => {
    const seen: string[] = [];
    let next: string | null = '/v1/reference/vehicles?class=4W&limit=4';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof vehiclesAt>> = await vehiclesAt(next);
      seen.push(...page.items.map(({ vehicleId }) => vehicleId));
      next = page.links.next;
    }
    expect(seen).toEqual([...VEHICLES.keys()].filter((id) => id.startsWith('FW')));
  });

  it.each(PATHS)('may be kept for an hour and asked again by its tag: %s', async (path) => {
    const { headers } = await read(path).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=3600');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const tag = headers.etag ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const again = await read(path, { 'if-none-match': known }).expect(304);
      expect(again.text).toBe('');
      expect(again.headers).toMatchObject({ etag: tag, 'cache-control': 'public, max-age=3600' });
    }
    await read(path, { 'if-none-match': '"other"' }).expect(200);
  });

  it.each(PATHS)('refuses a query that cannot be, and lets nobody keep that: %s', async (path) => {
    const response = await read(`${path}?limit=0&cursor=x`, { 'if-none-match': '*' }).expect(422);
    const { code, errors }: Problem = response.body;
    expect(code).toBe('validation-failed');
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(['/query/cursor', '/query/limit']);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers.etag).toBeUndefined();
  });

  it('names every fault of a query at once', async () => {
    const { body } = await read('/v1/reference/vehicles?class=3W&limit=101&q=a&q=b&cursor=%zz').expect(422);
    const { errors }: Problem = body;
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/query/class',
      '/query/cursor',
      '/query/limit',
      '/query/q',
    ]);
  });

  it('does not take the cursor of another search', async () => {
    const { links } = await vehiclesAt('/v1/reference/vehicles?class=4W&limit=1');
    const other = links.next?.replace('class=4W', 'class=2W') ?? '';
    const { body } = await read(other).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/query/cursor' })]);
  });

  it('takes no other method', async () => {
    const response = await request(business.api).post('/v1/reference/rtos').send({}).expect(405);
    expect(response.headers.allow).toBe('GET, HEAD');
  });
});
