import { z } from 'zod';
import { anyJson } from './partner-answer.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The dialect of OpenAPI 3.1, and the one that AsyncAPI takes without a format of its own. */
export type JsonSchemaDialect = 'draft-2020-12' | 'draft-7';

interface Conversion {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}

/** What may be anything is the empty schema: spelt out it refers to itself, which makers of types do not follow. */
function override({ zodSchema, jsonSchema }: Conversion): void {
  if (zodSchema === anyJson) for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
}

const withoutFrame = ({ $schema: _, $id: __, ...schema }: Record<string, unknown>): JsonSchema => schema;

const refTo = (name: string): string => `#/components/schemas/${name}`;

/** Schemas with names: wherever a named one stands inside of another, there is a `$ref`. */
export class SchemaComponents {
  private readonly registry = z.registry<{ id: string }>();

  constructor(
    schemas: Readonly<Record<string, z.ZodType>>,
    private readonly dialect: JsonSchemaDialect,
  ) {
    for (const [id, schema] of Object.entries(schemas)) this.registry.add(schema, { id });
  }

  /** Every component by its name. */
  all(): Record<string, JsonSchema> {
    const { schemas } = z.toJSONSchema(this.registry, { ...this.options(), uri: refTo });
    return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutFrame({ ...schema })]));
  }

  /** A `$ref` where the schema has a name, else the schema itself. */
  use(schema: z.ZodType): JsonSchema {
    const name = this.registry.get(schema)?.id;
    return name === undefined ? withoutFrame({ ...z.toJSONSchema(schema, this.options()) }) : { $ref: refTo(name) };
  }

  /**
   * As a sender sees it, on both sides: what may be left out is optional, and an object is closed only where unknown
   * fields are refused, so that a reader of our answers does not break on a field that is new.
   */
  private options() {
    return { io: 'input', target: this.dialect, override } as const;
  }
}
