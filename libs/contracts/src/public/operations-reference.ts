import { z } from 'zod';
import type { ApiOperation, ApiParameter, ApiResponse } from './api-operation.js';
import { cursor, limit } from './list-parameters.js';
import { listSearch } from './lists.js';
import { ifNoneMatch, traceparent } from './parameters.js';
import { countryList, productLineList, rtoList, vehicleClass, vehicleList } from './reference-data.js';

const search: ApiParameter = {
  name: 'q',
  in: 'query',
  description: 'Only what has every one of these words somewhere in its names, whatever the case',
  schema: listSearch,
  example: 'gul',
};

const cacheable = (schema: z.ZodType, description: string): Record<number, ApiResponse> => ({
  200: { description, schema, headers: ['ETag', 'Cache-Control'] },
  304: { description: 'Nothing newer', headers: ['ETag', 'Cache-Control'] },
});

const open = { method: 'GET', tag: 'Reference data', access: 'OPEN' } as const;

export const REFERENCE_OPERATIONS: readonly ApiOperation[] = [
  {
    ...open,
    operationId: 'listProductLines',
    path: '/v1/product-lines',
    summary: 'Product lines',
    description: 'Every product line with the JSON Schema of its risk, titles and help texts, and who sells it.',
    parameters: [cursor, limit, ifNoneMatch, traceparent],
    responses: cacheable(productLineList, 'Every product line'),
    problems: ['validation-failed'],
  },
  {
    ...open,
    operationId: 'searchVehicles',
    path: '/v1/reference/vehicles',
    summary: 'Vehicles',
    description:
      'The vehicle master; `q` searches make, model and variant. A quote request names a vehicle by its `vehicleId`.',
    parameters: [
      { name: 'class', in: 'query', description: 'Cars, or two-wheelers', schema: vehicleClass },
      search,
      cursor,
      limit,
      ifNoneMatch,
      traceparent,
    ],
    responses: cacheable(vehicleList, 'A page of vehicles'),
    problems: ['validation-failed'],
  },
  {
    ...open,
    operationId: 'searchRtos',
    path: '/v1/reference/rtos',
    summary: 'Registering offices',
    description: 'The registering offices; `q` searches code and place. The code cannot be told from a BH plate.',
    parameters: [{ ...search, example: 'pune' }, cursor, limit, ifNoneMatch, traceparent],
    responses: cacheable(rtoList, 'A page of registering offices'),
    problems: ['validation-failed'],
  },
  {
    ...open,
    operationId: 'listCountries',
    path: '/v1/reference/countries',
    summary: 'Countries',
    description: 'The countries that a journey may begin in or lead to.',
    parameters: [cursor, limit, ifNoneMatch, traceparent],
    responses: cacheable(countryList, 'Every country'),
    problems: ['validation-failed'],
  },
];
