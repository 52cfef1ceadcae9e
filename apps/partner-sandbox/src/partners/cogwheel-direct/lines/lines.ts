import type { CogwheelLine } from './cogwheel-line.js';
import { motor } from './motor/line.js';

/** What C sells. */
export const LINES: readonly CogwheelLine[] = [motor];
