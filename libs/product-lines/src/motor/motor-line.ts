import type { ProductLine, ProductLineId } from '../product-line.js';
import { canonicalMotorRisk, completeMotorRisk, type MotorRisk } from './canonical-risk.js';
import { checkMotorRisk } from './check.js';
import type { VehicleClass } from './codes.js';
import { type MotorRiskInput, motorRisk } from './risk.js';

interface MotorLineDefinition<Id extends ProductLineId> {
  readonly id: Id;
  readonly title: string;
  readonly vehicleClass: VehicleClass;
  /** The voluntary deductibles that may be asked for. */
  readonly deductiblesMinor: readonly number[];
}

/** What the two motor lines share: all but the class of vehicle and the deductibles. */
export const defineMotorLine = <Id extends ProductLineId>({
  id,
  title,
  vehicleClass,
  deductiblesMinor,
}: MotorLineDefinition<Id>): ProductLine<MotorRiskInput, MotorRisk> & { readonly id: Id } => ({
  id,
  domain: 'motor',
  title,
  questions: motorRisk(deductiblesMinor),
  canonical: canonicalMotorRisk(deductiblesMinor),
  check: (risk) => checkMotorRisk(risk, vehicleClass),
  startDate: (risk) => risk.policyStartDate,
  complete: completeMotorRisk,
  personalFields: ['/risk/registrationNumber', '/risk/previousPolicy/policyNumber'],
});
