import { type ApiOperation, type ApiParameter, type ApiResponse, problemsOf } from './api-operation.js';
import { openApiSchemas } from './openapi-components.js';
import { PROBLEMS, type ProblemCode } from './problem-codes.js';
import type { ResponseHeader } from './response-headers.js';

const parameter = ({ name, in: place, description, schema, example, required = false }: ApiParameter) => ({
  name,
  in: place,
  required: required || place === 'path',
  description,
  schema: openApiSchemas.use(schema),
  ...(example === undefined ? {} : { example }),
});

const headerRefs = (names: readonly ResponseHeader[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Headers of every answer; a client that is known is told where it stands. */
function headersOf({ access }: ApiOperation, own: readonly ResponseHeader[], known = access !== 'OPEN') {
  const limits: readonly ResponseHeader[] = known ? ['RateLimit-Policy', 'RateLimit'] : [];
  return headerRefs([...own, ...limits, 'traceparent']);
}

function response(operation: ApiOperation, { description, schema, contentType, headers = [] }: ApiResponse) {
  const head = { description, headers: headersOf(operation, headers) };
  if (schema === undefined) return head;
  return { ...head, content: { [contentType ?? 'application/json']: { schema: openApiSchemas.use(schema) } } };
}

const HEADERS_OF_PROBLEMS: Readonly<Record<number, readonly ResponseHeader[]>> = {
  409: ['Retry-After'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** The answer with one status, for every code that it may carry. */
function problemResponse(operation: ApiOperation, status: number, codes: readonly ProblemCode[]) {
  const fields = { status: { const: status }, code: { enum: codes } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: fields }] };
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].about}`).join('; '),
    headers: headersOf(
      operation,
      HEADERS_OF_PROBLEMS[status] ?? [],
      operation.access !== 'OPEN' && status !== PROBLEMS.unauthorized.status,
    ),
    content: { 'application/problem+json': { schema } },
  };
}

function responses(operation: ApiOperation) {
  const codes = problemsOf(operation);
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].toSorted((a, b) => a - b);
  const problems = statuses.map((status) => {
    const here = codes.filter((code) => PROBLEMS[code].status === status);
    return [status, problemResponse(operation, status, here)] as const;
  });
  const successes = Object.entries(operation.responses).map(([status, one]) => [status, response(operation, one)]);
  return Object.fromEntries([...successes, ...problems]);
}

function requestBody({ body, examples: bodies = {} }: ApiOperation) {
  if (body === undefined) return {};
  const examples = Object.fromEntries(Object.entries(bodies).map(([name, value]) => [name, { value }]));
  const content = { 'application/json': { schema: openApiSchemas.use(body), examples } };
  return { requestBody: { required: true, content } };
}

function security({ access, needsCapability }: ApiOperation) {
  if (access === 'OPEN') return [];
  const key = { key: [access] };
  return needsCapability === true ? [{ ...key, capability: [] }, key] : [key];
}

/** One operation as OpenAPI has it. */
export const openApiOperation = (operation: ApiOperation) => ({
  operationId: operation.operationId,
  tags: [operation.tag],
  summary: operation.summary,
  description: operation.description,
  security: security(operation),
  parameters: operation.parameters.map(parameter),
  ...requestBody(operation),
  responses: responses(operation),
});
