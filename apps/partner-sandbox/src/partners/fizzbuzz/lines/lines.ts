import type { FizzbuzzLine } from './fizzbuzz-line.js';
import { motor } from './motor/line.js';
import { travel } from './travel/line.js';

/** What F sells. */
export const LINES: readonly FizzbuzzLine[] = [motor, travel];
