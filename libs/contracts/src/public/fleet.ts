import { ERROR_CATEGORIES } from '@app/domain';
import { PRODUCT_LINE_IDS } from '@app/product-lines';
import { z } from 'zod';
import { instant } from '../canonical-request.js';
import { anyJson } from '../partner-answer.js';
import { listOf } from './lists.js';

/** `AUTO`: the supervisor decides. */
const PARTNER_SETTINGS = ['AUTO', 'ONLINE', 'OFFLINE'] as const;

/** `PUT /v1/ops/partners/{partner}/state`. */
export const partnerStateChange = z.strictObject({
  state: z.enum(PARTNER_SETTINGS).meta({ description: '`AUTO`: the supervisor decides again, from online on' }),
  reason: z.string().trim().min(1).max(500).meta({ description: 'Why, for the audit' }),
  until: instant.nullish().meta({
    description: 'When the supervisor decides again, in the future; without it, when somebody says so. Not for `AUTO`',
  }),
});

/** How one replica treats one operation of a partner. */
const breakerView = z.object({
  replica: z.string(),
  service: z.string(),
  operation: z.string(),
  breaker: z.enum(['CLOSED', 'OPEN', 'HALF_OPEN']),
  reportedAt: instant,
});

/** What all replicas saw of a partner's operation. */
const scorecardView = z.object({
  operation: z.string(),
  from: instant,
  calls: z.int(),
  failed: z.int().meta({ description: 'Failures that say that the partner is ill; declines are none' }),
  failures: z.partialRecord(z.enum(ERROR_CATEGORIES), z.int()).meta({ description: 'The same by category' }),
  slowCalls: z.int(),
  failureRate: z.number().meta({ description: 'In [0, 1]; 0 without a call' }),
  slowRate: z.number(),
});

/** One partner as operators see it. */
export const partnerView = z.object({
  id: z.string(),
  name: z.string(),
  lines: z.array(z.enum(PRODUCT_LINE_IDS)),
  policy: z
    .record(z.string(), anyJson)
    .meta({ description: 'What the registry says of how it is called, by operation: timeouts, breakers, limits' }),
  state: z.enum(PARTNER_SETTINGS).meta({ description: 'What is set; `AUTO` unless an operator says otherwise' }),
  effectiveState: z.enum(['ONLINE', 'PROBING', 'OFFLINE']).meta({ description: 'What is true now' }),
  forced: z.boolean(),
  reason: z.string().nullable(),
  since: instant.nullable(),
  until: instant.nullable(),
  changedBy: z.string().nullable(),
  breakers: z.array(breakerView),
  scorecard: z.array(scorecardView),
});

/** `200` of `GET /v1/ops/partners`. */
export const partnerList = listOf(partnerView);

/** Who changed what, and why. */
export const auditItem = z.object({
  id: z.string(),
  at: instant,
  actor: z.string().meta({ description: 'The id of a client, or `supervisor`' }),
  action: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
  details: z.record(z.string(), anyJson),
});

/** `200` of `GET /v1/ops/audit`. */
export const auditList = listOf(auditItem);

export type PartnerStateChange = z.infer<typeof partnerStateChange>;
export type PartnerView = z.infer<typeof partnerView>;
export type AuditItem = z.infer<typeof auditItem>;
