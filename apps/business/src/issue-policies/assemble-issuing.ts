import type { Logger } from '@app/platform';
import type { ApplicationStore, Clock } from '@app/ports';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { ApplicationFollower } from './application-follower.js';
import { KeepDocumentHandler } from './keep-document.handler.js';
import { ReceiveResultsHandler } from './receive-results.handler.js';

export interface IssuingPart {
  readonly desk: ApplicationDesk;
  readonly applications: ApplicationStore;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** What workers and time do with applications. */
export function assembleIssuing({ applications: store, desk, ...part }: IssuingPart) {
  return {
    follower: new ApplicationFollower({ ...part, desk, store }),
    receiveResults: new ReceiveResultsHandler({ ...part, desk }),
    keepDocument: new KeepDocumentHandler(desk),
  };
}
