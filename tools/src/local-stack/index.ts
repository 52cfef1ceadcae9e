export type { ReadyLine } from './ready-line.js';
export { ownStateDir } from './running-stack.js';
export { type Stack, type StackOptions, startStack } from './start-stack.js';
