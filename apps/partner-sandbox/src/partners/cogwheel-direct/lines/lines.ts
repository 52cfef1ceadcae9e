import type { CogwheelLine } from './cogwheel-line.js';
import { motor } from './motor/line.js';
import { termLife } from './term-life/line.js';

/** What C sells. */
export const LINES: readonly CogwheelLine[] = [motor, termLife];
