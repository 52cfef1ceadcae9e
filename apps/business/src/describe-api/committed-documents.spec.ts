import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { asyncApiDocument, openApiDocument } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const DOCS = new URL('../../../../docs/', import.meta.url);
const COMMAND = 'UPDATE_DOCUMENTS=1 npm test -- committed-documents';

const DOCUMENTS = [
  ['openapi.json', openApiDocument()],
  ['asyncapi.json', asyncApiDocument()],
] as const;

describe('the committed documents', () => {
  it.each(DOCUMENTS)(`are what the code says: docs/%s; if not, write them again: ${COMMAND}`, (name, document) => {
    const file = new URL(name, DOCS);
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env.UPDATE_DOCUMENTS === '1') writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });

  it('are valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate({ ...openApiDocument() })).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(await validator.validate({ ...openApiDocument(), paths: { '/x': { get: 7 } } })).toMatchObject({
      valid: false,
    });
  });

  it('are valid AsyncAPI 3.0', () => {
    // The schema brings draft-07 along, under the name of the one that Ajv has already.
    const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
    addFormats.default(ajv);
    const schema = readFileSync(new URL(import.meta.resolve('@asyncapi/specs/schemas/3.0.0.json')), 'utf8');
    const validate = ajv.compile(JSON.parse(schema));
    validate(asyncApiDocument());
    expect(validate.errors).toBeNull();
    expect(validate({ ...asyncApiDocument(), operations: { x: { action: 'shout' } } })).toBe(false);
  });
});
