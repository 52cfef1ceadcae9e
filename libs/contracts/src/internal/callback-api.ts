import { z } from 'zod';

export const PARTNER_ANSWERS_PATH = '/internal/v1/partner-answers';

/** One post carries 1 to 50 partner answers. */
export const MAX_ANSWERS_PER_POST = 50;

/** What became of each posted answer, in the order sent (http-api.md, 'Internal port'). */
export const answerReceipts = z.object({
  results: z.array(
    z.object({
      requestId: z.string().nullable(),
      partner: z.string().nullable(),
      result: z.enum(['STORED', 'DUPLICATE', 'LATE', 'UNKNOWN_REQUEST', 'INVALID']),
      detail: z.string().optional(),
    }),
  ),
});

export type AnswerReceipts = z.infer<typeof answerReceipts>;
export type AnswerReceipt = AnswerReceipts['results'][number];
