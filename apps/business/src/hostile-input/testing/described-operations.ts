import { openApiDocument } from '@app/contracts';
import { z } from 'zod';

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
  example: z.string().optional(),
});

const operation = z.object({
  security: z.array(z.object({ key: z.tuple([z.enum(['quotes', 'ops'])]) })),
  parameters: z.array(parameter),
  requestBody: z
    .object({
      content: z.record(z.string(), z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })) })),
    })
    .optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
});

export type DescribedParameter = z.infer<typeof parameter>;

/** An operation as far as the OpenAPI document tells what to send and what to expect. */
export interface DescribedOperation {
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  /** Whether clients need a key. */
  readonly isForClients: boolean;
  /** What their keys are for. */
  readonly scope: 'quotes' | 'ops';
  readonly parameters: readonly DescribedParameter[];
  /** Bodies that are taken; empty when the operation has none. */
  readonly examples: readonly unknown[];
  /** The content types of each status. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
}

function describedOperation(path: string, method: string, described: unknown): DescribedOperation {
  const { security, parameters, requestBody, responses } = operation.parse(described);
  const bodies = Object.values(requestBody?.content ?? {}).flatMap(({ examples }) => Object.values(examples));
  return {
    method: method.toUpperCase(),
    path,
    isForClients: security.length > 0,
    scope: security[0]?.key[0] ?? 'quotes',
    parameters,
    examples: bodies.map(({ value }) => value),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { content = {} }]) => [status, Object.keys(content)]),
    ),
  };
}

/** Every operation of the OpenAPI document. */
export const DESCRIBED_OPERATIONS: readonly DescribedOperation[] = Object.entries(openApiDocument().paths).flatMap(
  ([path, operations]) => Object.entries(operations).map(([method, one]) => describedOperation(path, method, one)),
);
