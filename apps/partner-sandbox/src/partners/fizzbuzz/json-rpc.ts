import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import { isJsonObject, parseJson } from '../../wire/json.js';
import { type RpcError, rpcError } from './errors.js';

/** Reading JSON-RPC 2.0, strictly. */

export type RpcId = string | number | null;

const rpcId = z.union([z.string(), z.number(), z.null()]);

const rpcRequest = z.object({
  jsonrpc: z.literal('2.0'),
  method: z.string(),
  params: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).optional(),
  id: rpcId.optional(),
});

/** One element of a body: what to answer it under, and what it asks. */
export type RpcElement =
  | { readonly kind: 'call'; readonly id: RpcId; readonly method: string; readonly params: unknown }
  | { readonly kind: 'notification' }
  | { readonly kind: 'invalid'; readonly id: RpcId };

export interface RpcBody {
  readonly batch: boolean;
  readonly elements: readonly RpcElement[];
}

const LARGEST_BATCH = 10;

function readElement(element: unknown): RpcElement {
  const parsed = rpcRequest.safeParse(element);
  if (!parsed.success) {
    const id = rpcId.safeParse(isJsonObject(element) ? element.id : null);
    return { kind: 'invalid', id: id.data ?? null };
  }
  const { id, method, params = {} } = parsed.data;
  return id === undefined ? { kind: 'notification' } : { kind: 'call', id, method, params };
}

/** The calls of a body, or the one error that answers all of it. */
export function readRpc(bytes: Buffer): Result<RpcBody, RpcError> {
  const body = parseJson(bytes);
  if (body === undefined) return refused(rpcError('-32700'));
  if (!Array.isArray(body)) return ok({ batch: false, elements: [readElement(body)] });
  if (body.length === 0 || body.length > LARGEST_BATCH) return refused(rpcError('-32600'));
  return ok({ batch: true, elements: body.map(readElement) });
}
