import { canonicalMotorRisk, completeMotorRisk, type MotorRisk } from '../motor/canonical-risk.js';
import { checkMotorRisk } from '../motor/check.js';
import { type MotorRiskInput, motorRisk } from '../motor/risk.js';
import type { ProductLine } from '../product-line.js';

/** Voluntary deductibles a car can have: ₹0, 2 500, 5 000, 7 500, 15 000 (canonical-model.md §3.1). */
const DEDUCTIBLES_MINOR = [0, 250_000, 500_000, 750_000, 1_500_000];

export const motorFourWheeler: ProductLine<MotorRiskInput, MotorRisk> = {
  id: 'motor-four-wheeler',
  domain: 'motor',
  title: 'Car insurance',
  questions: motorRisk(DEDUCTIBLES_MINOR),
  canonical: canonicalMotorRisk(DEDUCTIBLES_MINOR),
  check: (risk) => checkMotorRisk(risk, '4W'),
  startDate: (risk) => risk.policyStartDate,
  complete: completeMotorRisk,
  personalFields: ['/risk/registrationNumber', '/risk/previousPolicy/policyNumber'],
};
