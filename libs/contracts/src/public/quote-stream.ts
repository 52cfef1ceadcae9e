import { z } from 'zod';
import { instant } from '../canonical-request.js';
import { answerCounts, answerView } from './quote-result.js';

/** Data of `event: answer`: the row that changed. The event's `id` is the version of this change. */
export const answerEvent = z.object({ version: z.int(), counts: answerCounts, answer: answerView });

/** Data of `event: completed`; the server closes the stream after it. */
export const completedEvent = z.object({
  id: z.uuid(),
  status: z.literal('COMPLETED'),
  completedAt: instant,
  version: z.int(),
  counts: answerCounts,
});

export type AnswerEvent = z.infer<typeof answerEvent>;
export type CompletedEvent = z.infer<typeof completedEvent>;
