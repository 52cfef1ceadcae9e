export const MEMBER_WORDS = {
  memberNo: { title: 'Member number', description: 'Tells the members apart; any number from 1 to 99, each once.' },
  relation: { title: 'Relation to you' },
  dateOfBirth: { title: 'Date of birth' },
  gender: { title: 'Gender' },
  preExisting: {
    title: 'Conditions that exist already',
    description: 'Everything that a doctor has diagnosed or treated. Leave empty for none.',
  },
  tobacco: { title: 'Uses tobacco?', description: 'Smoked or chewed.' },
  heightCm: { title: 'Height (cm)' },
  weightKg: { title: 'Weight (kg)' },
} as const;

export const PORTABILITY_WORDS = {
  previousInsurer: { title: 'Present insurer' },
  continuousSince: {
    title: 'Insured without a break since',
    description: 'Waiting periods that you have served already can count.',
  },
} as const;

export const HEALTH_WORDS = {
  policyStartDate: { title: 'Policy start date', description: 'The first day of the new cover.' },
  tenureYears: { title: 'Policy term (years)' },
  basis: { title: 'Kind of cover', description: 'One sum for the whole family, or one for each member.' },
  sumInsuredMinor: {
    title: 'Sum insured',
    description: 'The most that is paid in a year. An insurer without this amount offers its next higher one.',
  },
  deductibleMinor: {
    title: 'Deductible',
    description: 'What you pay yourself before the insurer pays. 0 for none.',
  },
  pincode: { title: 'Pincode', description: 'Where you live; treatment costs more in some places.' },
  portability: {
    title: 'Change of insurer',
    description: 'If you bring an existing health policy with you. Leave empty otherwise.',
  },
  members: { title: 'Members', description: 'Everybody to be insured, one to eight persons.' },
} as const;
