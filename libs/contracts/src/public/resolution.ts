import { RESOLUTION_ACTIONS } from '@app/domain';
import { z } from 'zod';
import { operatorApplicationView } from './application-view.js';
import { listOf } from './lists.js';

/** `POST /v1/ops/applications/{id}/resolutions`. */
export const resolutionOrder = z
  .strictObject({
    action: z.enum(RESOLUTION_ACTIONS),
    reason: z.string().trim().min(1).max(500).meta({ description: 'Why, for the audit' }),
    policyNumber: z.string().trim().min(1).max(100).nullish().meta({ description: 'For `MARK_ISSUED` only' }),
  })
  .superRefine(({ action, policyNumber }, context) => {
    if (policyNumber !== null && policyNumber !== undefined && action !== 'MARK_ISSUED')
      context.addIssue({ code: 'custom', path: ['policyNumber'], message: 'only MARK_ISSUED takes a policy number' });
  });

/** `200` of `GET /v1/ops/applications`. */
export const applicationList = listOf(operatorApplicationView);

export type ResolutionOrder = z.infer<typeof resolutionOrder>;
