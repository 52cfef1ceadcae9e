export type { Wait } from './background/wait.js';
export type { LoggedCall } from './server/call-log.js';
export type { Latency } from './server/latency.js';
export { type RunningSandbox, type SandboxOptions, startSandbox } from './start-sandbox.js';
export type { Ids } from './state/ids.js';
export type { IssuedPolicy } from './state/policy-ledger.js';
