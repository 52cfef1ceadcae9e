import { z } from 'zod';
import type { ApiParameter } from './api-operation.js';
import { listLimit } from './lists.js';

export const cursor: ApiParameter = {
  name: 'cursor',
  in: 'query',
  description: 'From `links.next` of the page before; it means nothing to anybody but us',
  schema: z.string(),
};

export const limit: ApiParameter = {
  name: 'limit',
  in: 'query',
  description: 'Most items of a page',
  schema: listLimit,
};
