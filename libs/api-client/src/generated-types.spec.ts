import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import openapiTypes, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../../docs/openapi.json', import.meta.url);
const FILE = new URL('./generated/api.ts', import.meta.url);
const COMMAND = 'UPDATE_DOCUMENTS=1 npm test -- generated-types';

describe('src/generated/api.ts', () => {
  it(`is what docs/openapi.json says; if not, write it again: ${COMMAND}`, async () => {
    const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
    const types = astToString(await openapiTypes(document, { excludeDeprecated: true }));
    const text = `// Made from docs/openapi.json: ${COMMAND}\n\n${types}`;
    if (process.env.UPDATE_DOCUMENTS === '1') writeFileSync(FILE, text);
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(text);
  });
});
