export type { ReadyLine } from './ready-line.js';
export { type Stack, type StackOptions, startStack } from './start-stack.js';
