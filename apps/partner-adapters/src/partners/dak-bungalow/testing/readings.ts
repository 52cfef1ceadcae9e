import type { PartnerResponse } from '@app/partner-kit';
import type { z } from 'zod';
import { readDocument } from '../document.js';

export const textAnswer = (body: string, type = 'text/plain; charset=ISO-8859-1'): PartnerResponse => ({
  status: 200,
  headers: { 'content-type': type },
  body: Buffer.from(body, 'latin1'),
  receivedAt: new Date(0),
});

/** A whole answer as the client reads it. Throws for one that it refuses. */
export function answerFrom<Answer>(body: string, schema: z.ZodType<Answer>): Answer {
  const document = readDocument(textAnswer(body));
  if (document.ok) return schema.parse(document.value);
  throw new Error(document.error.messageForOps);
}
