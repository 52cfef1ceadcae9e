import { z } from 'zod';

/** A call as JSON-RPC 2.0 sends it. */
export interface RpcCall {
  readonly jsonrpc: '2.0';
  readonly id: number;
  readonly method: string;
  readonly params: object;
}

/** F's own members of an error. Its texts are never read. */
const errorData = z.object({
  retryAfterMs: z.int().min(0).optional(),
  violations: z.array(z.object({ path: z.string(), rule: z.string() })).optional(),
  policyNo: z.string().min(1).max(100).optional(),
  newTotalMinor: z.int().min(1).optional(),
});

const rpcError = z.object({ code: z.int(), data: errorData.nullish().catch(undefined) });
export type RpcError = z.infer<typeof rpcError>;

const id = z.int().nullable();

/** The answer to one call; without an id it is one to the whole body. */
const rpcAnswer = z.union([
  z.object({ jsonrpc: z.literal('2.0'), id, error: rpcError }),
  z.object({ jsonrpc: z.literal('2.0'), id, result: z.unknown() }),
]);
export type RpcAnswer = z.infer<typeof rpcAnswer>;

/** Answers to a batch in any order, or the one answer. */
export const rpcAnswers = z.union([z.array(rpcAnswer), rpcAnswer.transform((one) => [one])]);
