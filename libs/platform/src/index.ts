export { bufferOf } from './buffer-of.js';
export { CallSigner, type SignatureHeaders, signingKeysSetting } from './call-signing.js';
export { HealthModule, type ReadinessCheck } from './http/health.js';
export { createHttpApp, type Entrance, type HttpApp, type HttpAppOptions } from './http/http-app.js';
export { JsonBodyPipe } from './http/json-body.pipe.js';
export { sendProblem } from './http/problem.filter.js';
export { notFound, ProblemException } from './http/problem.js';
export { SignedCallGuard } from './http/signed-call.guard.js';
export { createLogger, type Logger, NestLogger } from './logging.js';
export { CLOCK_SKEW_MS, Nap } from './nap.js';
export { Rounds } from './rounds.js';
export { Sealer, type SealingKey, sealingKeysSetting } from './sealing.js';
export { type ReadyMessage, type RunningService, runService, type ServiceDefinition } from './service.js';
export {
  awsSettings,
  describeSettings,
  type Environment,
  listenHostSetting,
  logLevelSetting,
  millisecondsSetting,
  portSetting,
  readSettings,
  type Setting,
  type Settings,
  SettingsError,
  type SettingsValues,
  urlSetting,
} from './settings.js';
export { systemClock } from './system-clock.js';
export { continueTrace, startTrace, traceIdOf } from './traceparent.js';
