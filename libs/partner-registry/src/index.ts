export type {
  BreakerSettings,
  CodeMeaning,
  OperationSettings,
  PartnerManifest,
  RetryBudgetSettings,
  SecretName,
} from './manifest.js';
export { acmeGeneral } from './partners/acme-general.js';
export { babbageLovelace } from './partners/babbage-lovelace.js';
export { cogwheelDirect } from './partners/cogwheel-direct.js';
export { dakBungalow } from './partners/dak-bungalow.js';
export { eleventhHour } from './partners/eleventh-hour.js';
export { fizzbuzz } from './partners/fizzbuzz.js';
export { findPartner, PARTNERS, partnersOfDomain, partnersOfLine, settingsPrefix } from './registry.js';
export {
  deriveTopology,
  type QueueDefinition,
  type SubscriptionDefinition,
  type Topology,
} from './topology.js';
