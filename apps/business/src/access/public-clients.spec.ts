import { exampleBody, inMemoryPorts } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import {
  type BusinessUnderTest,
  KEY,
  OPS_KEY,
  OTHER_KEY,
  PUBLIC_KEY,
  startUnderTest,
} from '../testing/business-under-test.js';

const UNKNOWN = '01989d1a-0000-7000-8000-000000000000';

describe('who sees a quote request', () => {
  let business: BusinessUnderTest;
  /** What each key created. */
  const created = new Map<string, { id: string; accessToken: string }>();

  beforeAll(async () => {
    business = await startUnderTest(inMemoryPorts());
    for (const key of [KEY, PUBLIC_KEY]) {
      const post = request(business.api).post('/v1/quote-requests').set('authorization', `Bearer ${key}`);
      const { body } = await post.set('content-type', 'application/json').send(JSON.stringify(exampleBody()));
      created.set(key, body);
    }
  });
  afterAll(() => business.stop());

  const read = (key: string, id: string | undefined, path: string, token?: string) =>
    request(business.api)
      .get(`/v1/quote-requests/${id}${path}`)
      .set({ authorization: `Bearer ${key}`, ...(token === undefined ? {} : { 'x-access-token': token }) });

  /** A body without what differs from one answer to the next anyway. */
  const comparable = ({ body }: { body: Record<string, unknown> }) => ({ ...body, instance: '', traceId: '' });

  describe.each(['', '/quotes'])('at its path%s', (path) => {
    it.each([
      ['a confidential client, of its own', KEY, KEY, 200],
      ['another confidential client', OTHER_KEY, KEY, 404],
      ['a public client, of its own', PUBLIC_KEY, PUBLIC_KEY, 404],
      ['a public client, of another', PUBLIC_KEY, KEY, 404],
      ['a confidential client, of a public one', KEY, PUBLIC_KEY, 404],
    ])('%s, without the capability: %s reads what %s created → %d', async (_who, reader, creator, status) => {
      const answer = await read(reader, created.get(creator)?.id, path);
      expect(answer.status).toBe(status);
      if (status === 200) return;
      const unknown = await read(reader, UNKNOWN, path, created.get(creator)?.accessToken).expect(404);
      expect(comparable(answer)).toEqual(comparable(unknown));
    });

    it('whoever shows its capability, and not that of another', async () => {
      for (const creator of [KEY, PUBLIC_KEY])
        for (const reader of [KEY, OTHER_KEY, PUBLIC_KEY]) {
          const { id, accessToken } = created.get(creator) ?? {};
          await read(reader, id, path, accessToken).expect(200);
        }
      await read(PUBLIC_KEY, created.get(PUBLIC_KEY)?.id, path, created.get(KEY)?.accessToken).expect(404);
    });

    it('nobody whose key is for something else, whatever they show', async () => {
      const { id, accessToken } = created.get(KEY) ?? {};
      await read(OPS_KEY, id, path, accessToken).expect(403);
    });
  });
});
