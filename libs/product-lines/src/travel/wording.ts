export const TRAVELLER_WORDS = {
  dateOfBirth: { title: 'Date of birth' },
  preExisting: {
    title: 'Any illness that exists already?',
    description: 'Anything that a doctor has diagnosed or treated before the trip.',
  },
  relation: { title: 'Relation to you' },
} as const;

export const MEDICAL_LIMIT_WORDS = {
  amountMinor: { title: 'Amount' },
  currency: { title: 'Currency', description: 'Three letters, for example USD.' },
} as const;

export const TRAVEL_WORDS = {
  tripType: { title: 'Trips' },
  departureDate: { title: 'Departure', description: 'The day you leave, which is also the first day of cover.' },
  returnDate: { title: 'Return', description: 'The day you are back; it is covered too.' },
  originCountry: { title: 'Travelling from' },
  destinations: { title: 'Travelling to', description: 'Every country that you visit, up to 20.' },
  medicalLimit: {
    title: 'Medical cover',
    description:
      'The most that is paid for treatment abroad. An insurer without this amount offers its next higher one.',
  },
  tripCostMinor: {
    title: 'Cost of the trip',
    description: 'Needed for cancellation cover. Leave empty without it.',
  },
  options: { title: 'Options', description: 'What an insurer does not offer is left out, and marked in its offer.' },
  purpose: { title: 'Purpose of the trip' },
  travellers: { title: 'Travellers', description: 'Everybody to be insured, one to ten persons.' },
} as const;
