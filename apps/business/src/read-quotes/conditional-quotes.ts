import type { QuoteProgress } from '@app/domain';
import { ConditionalReads } from '../watch/conditional-reads.js';

/** Conditional reads of quote requests. */
export class ConditionalQuotes extends ConditionalReads<QuoteProgress> {}
