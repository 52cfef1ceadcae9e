import { giveUp, ok, resolveApplication } from '@app/domain';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { issuanceOf } from './issuance-letter.js';

/** Tells applications what becomes of their messages. A message that cannot be read belongs to none. */
export class LetterApplications {
  constructor(private readonly desk: Pick<ApplicationDesk, 'change'>) {}

  /** The message has failed as often as it may: somebody has to look at the application. Repeatable. */
  async gaveUp(body: string): Promise<void> {
    const asked = issuanceOf(body);
    if (asked === undefined) return;
    await this.desk.change(asked.applicationId, (application, { now }) => ok(giveUp(application, asked.attempt, now)));
  }

  /**
   * An operator has the message sent once more: the application that waits for somebody's attention because of it is
   * submitted again, or the message would be one that nobody wants any more. Repeatable.
   */
  async replayed(body: string): Promise<void> {
    const asked = issuanceOf(body);
    if (asked === undefined) return;
    await this.desk.change(asked.applicationId, (application, { now }) => {
      const isWaitingForIt = application.status === 'NEEDS_ATTENTION' && application.attempt === asked.attempt;
      return isWaitingForIt ? resolveApplication(application, { action: 'RESUBMIT' }, now) : ok(application);
    });
  }
}
