import type { ApplicationStore } from '@app/ports';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { ListApplicationsHandler } from './list-applications.handler.js';
import { ResolveApplicationHandler } from './resolve-application.handler.js';

export interface OperatingPart {
  readonly desk: ApplicationDesk;
  readonly applications: ApplicationStore;
}

/** What operators do with applications. */
export function assembleOperating({ applications, desk }: OperatingPart) {
  return {
    listApplications: new ListApplicationsHandler(applications),
    resolveApplication: new ResolveApplicationHandler(desk),
  };
}
