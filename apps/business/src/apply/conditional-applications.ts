import type { Application } from '@app/domain';
import { ConditionalReads } from '../watch/conditional-reads.js';

/** Conditional reads of applications. */
export class ConditionalApplications extends ConditionalReads<Application> {}
