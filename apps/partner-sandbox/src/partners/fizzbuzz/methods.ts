import type { Operation } from '../../wire/partner-call.js';
import type { RpcError } from './errors.js';

/** What one call is answered with, and what becomes of the answer on the way. */
export interface RpcAnswer {
  readonly outcome: { readonly result: object } | { readonly error: RpcError };
  /** How long it holds the whole HTTP answer up. */
  readonly afterMs?: number;
  /** The whole HTTP body is cut in half. */
  readonly cut?: boolean;
  /** The connection is closed instead. */
  readonly lost?: boolean;
}

export const failed = (error: RpcError): RpcAnswer => ({ outcome: { error } });
export const succeeded = (result: object): RpcAnswer => ({ outcome: { result } });

/** Whom a call is from, and where to leave what is found out about it. */
export interface RpcContext {
  readonly partner: string;
  readonly note: (notes: { readonly reference?: string | null; readonly magic?: string | null }) => void;
}

export interface RpcMethod {
  readonly operation: Operation;
  readonly allowedInBatch: boolean;
  readonly answer: (params: unknown, context: RpcContext) => RpcAnswer;
}

export type RpcMethods = ReadonlyMap<string, RpcMethod>;
