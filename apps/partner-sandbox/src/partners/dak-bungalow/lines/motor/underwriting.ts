import type { Assessment, Reason } from '../dak-line.js';
import { ageInMonths, type MotorRisk, rateMotor } from './rating.js';

const TOO_OLD: Reason = { code: 'E31', field: 'mmv_cd', text: 'VEHICLE AGE EXCEEDS 10 YEARS' };

const OLDEST_MONTHS = 120;

/** Rules and price of a motor risk; D's rules refer nothing (rating.md §6). */
export const assessMotor = (risk: MotorRisk): Assessment =>
  ageInMonths(risk) >= OLDEST_MONTHS ? { decline: TOO_OLD } : { decline: null, referral: null, price: rateMotor(risk) };
