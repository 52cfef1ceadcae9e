import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

/** Every operation of the public API by method and path, typed by its OpenAPI document. */
export type ApiClient = Client<paths>;

/** A schema of the document by its name. */
export type ApiSchemas = components['schemas'];

export interface ApiClientOptions extends Pick<ClientOptions, 'fetch' | 'Request'> {
  /** The API's origin, `https://api.example.com`. */
  readonly baseUrl: string;
  /** The client's key. A page shows its public one; a confidential key never leaves a server. */
  readonly key: string;
}

/**
 * A client of the public API. A refusal is a value, `{ error, response }` with `error` the problem document; what
 * rejects is the network, or the caller's own `AbortSignal`.
 */
export function createApiClient({ baseUrl, key, ...transport }: ApiClientOptions): ApiClient {
  return createClient<paths>({ ...transport, baseUrl, headers: { authorization: `Bearer ${key}` } });
}
