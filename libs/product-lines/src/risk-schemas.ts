import { z } from 'zod';
import { PRODUCT_LINES } from './lines.js';
import type { ProductLineId } from './product-line.js';

/**
 * The risk of a line, as a client sends it, as JSON Schema (draft 2020-12) for form builders: titles and help texts, the
 * titles of codes as a `oneOf` beside their enum, the order of the properties that of the form. It takes everything that
 * the line's questions take; checks across fields and against the masters are not in it.
 */
export function riskSchemaOf(line: ProductLineId) {
  const { title, questions } = PRODUCT_LINES[line];
  const { $schema: _, ...schema } = z.toJSONSchema(questions, { io: 'input', target: 'draft-2020-12' });
  return { title, ...schema };
}
