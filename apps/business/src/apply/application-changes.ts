import { type Application, wakesAt } from '@app/domain';

/**
 * When an application changes by itself for whoever looks then. That the partner is asked again is no such change: it
 * does not come with the hour, somebody makes it, and tells of it.
 */
export const changesAt = (application: Application): string | null => wakesAt({ ...application, askAt: null });
