import type { z } from 'zod';
import type { ProblemCode } from './problem-codes.js';
import type { ResponseHeader } from './response-headers.js';

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly schema: z.ZodType;
  readonly example?: string;
  /** What is in a path always is. */
  readonly required?: boolean;
}

/** An answer of success. Without a schema it has no body. */
export interface ApiResponse {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** `application/json` unless said otherwise. */
  readonly contentType?: string;
  readonly headers?: readonly ResponseHeader[];
}

/** One operation of the public API: what the documents and the clients are made from. */
export interface ApiOperation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With parameters in braces, `/v1/quote-requests/{id}`. */
  readonly path: string;
  readonly tag: 'Quote requests' | 'Applications' | 'Reference data' | 'Service' | 'Operations';
  readonly summary: string;
  readonly description: string;
  /** Needs no key, or a key with this scope. */
  readonly access: 'OPEN' | 'quotes' | 'ops';
  /** Whether a public client has to show the capability of the resource. */
  readonly needsCapability?: boolean;
  readonly parameters: readonly ApiParameter[];
  readonly body?: z.ZodType;
  /** Bodies that are taken, by name. */
  readonly examples?: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<number, ApiResponse>>;
  /** Beside those that its access brings with it. */
  readonly problems: readonly ProblemCode[];
}

/** What every operation for operators has in common. */
export const forOperators = { tag: 'Operations', access: 'ops' } as const;

/** What any operation with a body may be answered with. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'malformed-json',
  'too-deep',
  'duplicate-key',
  'too-large',
  'unsupported-media-type',
  'validation-failed',
];

/** What any operation for clients may be answered with. */
const CLIENT_PROBLEMS: readonly ProblemCode[] = [
  'unauthorized',
  'forbidden',
  'rate-limited',
  'overloaded',
  'store-unavailable',
];

/** Every problem of an operation. */
export const problemsOf = ({ access, problems }: ApiOperation): readonly ProblemCode[] =>
  access === 'OPEN' ? problems : [...CLIENT_PROBLEMS, ...problems];
