import { resolutionOrder } from '@app/contracts';
import { type Application, type ResolutionRefusal, type Result, refused, resolveApplication } from '@app/domain';
import type { AuditRecord } from '@app/ports';
import type { Fault } from '@app/product-lines';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { checkBody } from '../json-body/checked-body.js';

/** `OFFER_ALREADY_APPLIED`: another application for its offer is live by now. */
export type ResolutionConflict = ResolutionRefusal | 'OFFER_ALREADY_APPLIED';
export type ResolutionProblem = 'UNKNOWN' | ResolutionConflict | readonly Fault[];

/** Does what an operator has decided about an application, and writes down who and why. */
export class ResolveApplicationHandler {
  constructor(private readonly desk: Pick<ApplicationDesk, 'change'>) {}

  async handle(id: string, body: unknown, by: string): Promise<Result<Application, ResolutionProblem>> {
    const checked = checkBody(resolutionOrder, body);
    if (!checked.ok) return checked;
    const { action, policyNumber, reason } = checked.value;
    const audit = (before: Application, now: Date): AuditRecord => ({
      ...{ at: now, actor: by, action: 'APPLICATION_RESOLVED', subject: id, reason },
      details: { resolution: action, from: before.status, attempt: before.attempt, policyNumber: policyNumber ?? null },
    });
    const changed = await this.desk.change<ResolutionRefusal>(
      id,
      (application, { now }) =>
        resolveApplication(application, { action, policyNumber: policyNumber ?? undefined }, now),
      { audit },
    );
    if (changed === undefined) return refused('UNKNOWN');
    return changed;
  }
}
