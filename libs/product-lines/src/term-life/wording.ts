export const LIFE_WORDS = {
  dateOfBirth: { title: 'Date of birth' },
  gender: { title: 'Gender' },
  smoker: { title: 'Smoker?', description: 'Tobacco in any form counts.' },
} as const;

export const TERM_LIFE_WORDS = {
  policyStartDate: { title: 'Policy start date', description: 'The first day of cover.' },
  sumAssuredMinor: {
    title: 'Sum assured',
    description: 'What your family is paid: ₹25 lakh to ₹10 crore, in whole lakhs.',
  },
  policyTermYears: { title: 'Policy term (years)', description: 'How long the cover lasts: 5 to 40 years.' },
  premiumPaymentTermYears: {
    title: 'Premium payment term (years)',
    description: 'For how many years you pay; at most the policy term.',
  },
  frequency: { title: 'How often you pay' },
  annualIncomeMinor: {
    title: 'Annual income',
    description: 'Before tax. Insurers limit the sum assured by it.',
  },
  occupationClass: { title: 'Occupation', description: 'How dangerous your work is.' },
  education: { title: 'Education', description: 'Your highest qualification.' },
  riders: { title: 'Riders', description: 'Extra benefits. What an insurer does not offer is left out, and marked.' },
  life: { title: 'Person insured', description: 'On whose death the sum assured is paid.' },
} as const;
