import { openApiDocument } from '@app/contracts';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

const document = openApiDocument();

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The same schema with every object closed: what is served has no field that is not described. */
function closed(schema: unknown, inAllOf = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => closed(item, inAllOf));
  if (!isObject(schema)) return schema;
  const parts = Object.entries(schema).map(([key, value]) => [key, closed(value, key === 'allOf')]);
  const isOpen = isObject(schema.properties) && schema.additionalProperties === undefined && !inAllOf;
  return { ...Object.fromEntries(parts), ...(isOpen ? { additionalProperties: false } : {}) };
}

function compiler() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv;
}

/** Checks a body by the name of its component, as the document, read by anybody, has it. */
export function bodyCheck(component: string): ValidateFunction {
  const ajv = compiler();
  ajv.addSchema({ $id: 'openapi', ...document });
  return ajv.compile({ $ref: `openapi#/components/schemas/${component}` });
}

const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods) as Json[]);

/** Every answer of success in the document, `readQuotes 304`. */
export const describedSuccesses = operations.flatMap(({ operationId, responses }) =>
  Object.keys(responses as Json)
    .filter((status) => Number(status) < 400)
    .map((status) => `${operationId} ${status}`),
);

/** Holds answers against the document, strictly. */
export class DescribedAnswers {
  /** What was met, `readQuotes 304`. */
  readonly met = new Set<string>();
  private readonly ajv = compiler();

  constructor() {
    this.ajv.addSchema({ $id: 'openapi', ...(closed(document) as Json) });
  }

  /** What is wrong with an answer of an operation; nothing when it is as the document says. */
  async faults(operationId: string, response: Response): Promise<string[]> {
    const text = await response.text();
    const operation = operations.find((one) => one.operationId === operationId);
    const described = (operation?.responses as Record<string, Json> | undefined)?.[response.status];
    if (described === undefined) return [`${operationId} is not described to answer ${response.status}: ${text}`];
    this.met.add(`${operationId} ${response.status}`);
    return [...this.headerFaults(described, response), ...this.bodyFaults(described, response, text)];
  }

  /** What is wrong with a value of a component. */
  faultsOf(component: string, value: unknown): string[] {
    return this.check({ $ref: `openapi#/components/schemas/${component}` }, value);
  }

  private headerFaults({ headers }: Json, response: Response): string[] {
    const described = Object.keys(headers as Json).map((name) => name.toLowerCase());
    return Object.keys(document.components.headers)
      .map((name) => name.toLowerCase())
      .filter((name) => name !== 'cache-control' && response.headers.has(name) && !described.includes(name))
      .map((name) => `The header ${name} is not described`);
  }

  private bodyFaults({ content }: Json, response: Response, text: string): string[] {
    if (content === undefined) return text === '' ? [] : ['A body is not described'];
    const [[contentType, { schema }] = ['', { schema: {} }]] = Object.entries(content as Record<string, Json>);
    const sent = response.headers.get('content-type') ?? '';
    if (contentType !== '*/*' && !sent.startsWith(contentType)) return [`${sent} is described as ${contentType}`];
    return contentType.endsWith('json') ? this.check(rebased(closed(schema)), JSON.parse(text)) : [];
  }

  private check(schema: unknown, value: unknown): string[] {
    const validate = this.ajv.compile(schema as Json);
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** A part of the document on its own: its references lead into the whole. */
function rebased(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
}
