import type { Fault } from '../fault.js';
import { bornAfter, sameNumberTwice } from '../persons.js';
import type { ProductLine, ProposerFacts } from '../product-line.js';
import { canonicalHealthRisk, type HealthRisk, type HealthRiskInput, healthRisk } from './risk.js';

function checkHealthRisk(risk: Partial<HealthRiskInput>, proposer: ProposerFacts): Fault[] {
  const members = risk.members ?? [];
  const faults = [
    ...bornAfter(risk.policyStartDate, members, 'members'),
    ...sameNumberTwice(members.map(({ memberNo }) => memberNo)),
  ];
  if (risk.pincode !== undefined && proposer.pincode !== undefined && risk.pincode !== proposer.pincode) {
    const detail = `the proposer's pincode is ${proposer.pincode}; both must be equal`;
    faults.push({ pointer: '/risk/pincode', code: 'CONTRADICTION', detail });
  }
  return faults;
}

export const health: ProductLine<HealthRiskInput, HealthRisk> & { readonly id: 'health' } = {
  id: 'health',
  domain: 'health',
  title: 'Health insurance',
  questions: healthRisk,
  canonical: canonicalHealthRisk,
  check: checkHealthRisk,
  startDate: (risk) => risk.policyStartDate,
  complete: (risk) => ({
    ...risk,
    members: risk.members.map((member) => ({ ...member, preExisting: [...new Set(member.preExisting)] })),
  }),
  personalFields: ['/risk/members/*/preExisting'],
};
