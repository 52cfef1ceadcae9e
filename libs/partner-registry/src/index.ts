export type { BreakerSettings, CodeMeaning, OperationSettings, PartnerManifest, SecretName } from './manifest.js';
export { acmeGeneral } from './partners/acme-general.js';
export { cogwheelDirect } from './partners/cogwheel-direct.js';
export { findPartner, PARTNERS, partnersOfDomain, partnersOfLine, settingsPrefix } from './registry.js';
export {
  deriveTopology,
  type QueueDefinition,
  type SubscriptionDefinition,
  type Topology,
} from './topology.js';
