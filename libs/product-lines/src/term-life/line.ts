import type { Fault } from '../fault.js';
import type { ProductLine } from '../product-line.js';
import { canonicalTermLifeRisk, type TermLifeRisk, type TermLifeRiskInput, termLifeRisk } from './risk.js';

function checkTermLifeRisk(risk: Partial<TermLifeRiskInput>): Fault[] {
  const { life, policyStartDate, policyTermYears, premiumPaymentTermYears } = risk;
  const faults: Fault[] = [];
  if (life !== undefined && policyStartDate !== undefined && life.dateOfBirth > policyStartDate) {
    const detail = `born after the policy starts (${policyStartDate})`;
    faults.push({ pointer: '/risk/life/dateOfBirth', code: 'DATE_ORDER', detail });
  }
  if (policyTermYears !== undefined && (premiumPaymentTermYears ?? 0) > policyTermYears) {
    const detail = `premiums are paid for ${policyTermYears} years at most, the policy's term`;
    faults.push({ pointer: '/risk/premiumPaymentTermYears', code: 'CONTRADICTION', detail });
  }
  return faults;
}

export const termLife: ProductLine<TermLifeRiskInput, TermLifeRisk> & { readonly id: 'term-life' } = {
  id: 'term-life',
  domain: 'life',
  title: 'Term life insurance',
  questions: termLifeRisk,
  canonical: canonicalTermLifeRisk,
  check: checkTermLifeRisk,
  startDate: (risk) => risk.policyStartDate,
  complete: (risk) => ({ ...risk, riders: [...new Set(risk.riders)] }),
  personalFields: ['/risk/annualIncomeMinor'],
};
