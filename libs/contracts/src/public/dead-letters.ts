import { z } from 'zod';
import { instant } from '../canonical-request.js';
import { listOf } from './lists.js';

const letterView = z.object({
  id: z.uuid(),
  receivedAt: instant,
  type: z.string().nullable(),
  partner: z.string().nullable(),
  subject: z.string().nullable().meta({ description: 'The correlation id, where the message can be read' }),
  applicationId: z.string().nullable(),
  replays: z.int().meta({ description: 'How often it was replayed before' }),
  replayAt: instant.nullable().meta({ description: 'When it is replayed by itself; null: never' }),
});

/** Messages of one queue that failed for one cause. */
const deadLetterGroup = z.object({
  queue: z.string(),
  cause: z.string(),
  count: z.int(),
  oldestAt: instant,
  newestAt: instant,
  messages: z.array(letterView).max(20).meta({ description: 'The oldest of them, 20 at most' }),
});

/** `200` of `GET /v1/ops/dead-letters`. */
export const deadLetterList = listOf(deadLetterGroup);

/** `POST /v1/ops/dead-letters/replays`. */
export const replayOrder = z.strictObject({
  queue: z.string().min(1).max(100).meta({ description: 'The queue whose dead letters are meant' }),
  cause: z.string().min(1).max(1_000).nullish().meta({ description: 'Only those of this cause' }),
  dryRun: z.boolean().nullish().meta({ description: 'Say what would be done, and do nothing' }),
  ratePerSecond: z.number().min(0.01).max(1_000).nullish().meta({ description: 'How many a second; 10 by default' }),
});

export const replayReceipt = z.object({
  queue: z.string(),
  cause: z.string().nullable(),
  dryRun: z.boolean(),
  matched: z.int(),
  ratePerSecond: z.number(),
  lastAt: instant.nullable().meta({ description: 'When the last of them is sent' }),
});

/** `POST /v1/ops/dead-letters/{id}/discard`. */
export const discardOrder = z.strictObject({ reason: z.string().trim().min(1).max(500) });

const queueView = z.object({
  name: z.string(),
  visible: z.int().nullable().meta({ description: 'Messages that wait; null where the queue cannot be asked' }),
  inFlight: z.int().nullable(),
  delayed: z.int().nullable(),
  deadLetters: z.int().meta({ description: 'Kept here, and not yet replayed or discarded' }),
  oldestDeadLetterAt: instant.nullable(),
});

/** `200` of `GET /v1/ops/queues`. */
export const queueList = listOf(queueView);

export type DeadLetterGroupView = z.infer<typeof deadLetterGroup>;
export type ReplayOrder = z.infer<typeof replayOrder>;
export type ReplayReceipt = z.infer<typeof replayReceipt>;
export type QueueView = z.infer<typeof queueView>;
