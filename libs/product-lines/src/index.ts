export {
  ISSUANCE_OPERATOR_QUEUE,
  issuanceQueue,
  OPERATOR_ALERTS_TOPIC,
  POLICY_LIFECYCLE_TOPIC,
  QUOTE_LIFECYCLE_TOPIC,
  quoteQueue,
  quoteTopic,
} from './channels.js';
export type { Fault, FaultCode } from './fault.js';
export { civilDate, gender, pincode } from './forms.js';
export type { Condition, HealthRisk, HealthRiskInput } from './health/risk.js';
export { domainOf, linesOf, PRODUCT_DOMAINS, PRODUCT_LINES, type RiskInputOf, type RiskOf } from './lines.js';
export type { MotorRisk } from './motor/canonical-risk.js';
export {
  COVER_TYPES,
  type CoverType,
  FUEL_TYPES,
  type FuelType,
  MOTOR_ADD_ONS,
  type MotorAddOn,
  NCB_PERCENTS,
  type NcbPercent,
  type VehicleClass,
} from './motor/codes.js';
export { isBhSeries, REGISTRATION_NUMBER, registrationParts } from './motor/registration-number.js';
export type { MotorRiskInput } from './motor/risk.js';
export { RTOS, type Rto } from './motor/rtos.js';
export { VEHICLES, type Vehicle } from './motor/vehicles.js';
export {
  isProductLineId,
  PRODUCT_LINE_IDS,
  type ProductDomain,
  type ProductLine,
  type ProductLineId,
} from './product-line.js';
export { riskSchemaOf } from './risk-schemas.js';
export type { Frequency, Rider, TermLifeRisk, TermLifeRiskInput } from './term-life/risk.js';
export { COUNTRIES, type Country } from './travel/countries.js';
export type { TravelOption, TravelRisk, TravelRiskInput } from './travel/risk.js';
