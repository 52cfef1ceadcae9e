import { openApiComponents } from './openapi-components.js';
import { openApiOperation } from './openapi-operation.js';
import { OPERATIONS } from './operations.js';

const DESCRIPTION = `One question goes out to many insurers; every answer is shown as soon as it arrives.

Money is an integer in the minor unit (paise), an instant is RFC 3339 in UTC, a date is \`YYYY-MM-DD\`. Every error is
\`application/problem+json\`. Beside the errors of each operation: an unknown path is 404 \`not-found\`, another method 405
\`method-not-allowed\` with \`Allow\`; what is no HTTP is 400 \`malformed-request\`, what comes too slowly 408
\`request-timeout\`, too large headers 431 \`headers-too-large\`. Answers may get new fields: ignore what you do not know.`;

const TAGS = [
  { name: 'Quote requests', description: 'Ask, read, follow, withdraw' },
  {
    name: 'Applications',
    description: 'From an offer to a policy: apply, follow, accept a new price, fetch documents',
  },
  { name: 'Reference data', description: 'What a form needs; no key, cacheable' },
  { name: 'Operations', description: 'For operators: keys with the scope `ops`' },
  { name: 'Service', description: 'Health and documents; no key' },
];

function paths() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: openApiOperation(operation) };
  return paths;
}

/** The OpenAPI 3.1 document of the public API. Pure: the same each time. */
export const openApiDocument = () => ({
  openapi: '3.1.1',
  info: {
    title: 'Multi-partner quotes',
    version: '1.2.0',
    description: DESCRIPTION,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  servers: [{ url: '/' }],
  tags: TAGS,
  paths: paths(),
  components: openApiComponents(),
});

export type OpenApiDocument = ReturnType<typeof openApiDocument>;
