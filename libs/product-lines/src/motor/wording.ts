import type { CoverType, FuelType, MotorAddOn } from './codes.js';

export const FUEL_TYPE_TITLES: Readonly<Record<FuelType, string>> = {
  PETROL: 'Petrol',
  DIESEL: 'Diesel',
  CNG: 'CNG',
  LPG: 'LPG',
  ELECTRIC: 'Electric',
  HYBRID: 'Hybrid',
};

export const COVER_TYPE_TITLES: Readonly<Record<CoverType, string>> = {
  COMPREHENSIVE: 'Comprehensive: own damage and third party',
  OWN_DAMAGE: 'Own damage only, beside a third-party policy that is still running',
  THIRD_PARTY: 'Third party only, the legal minimum',
};

export const ADD_ON_TITLES: Readonly<Record<MotorAddOn, string>> = {
  ZERO_DEP: 'Zero depreciation',
  ROADSIDE_ASSIST: 'Roadside assistance',
  ENGINE_PROTECT: 'Engine protection',
  RETURN_TO_INVOICE: 'Return to invoice',
  CONSUMABLES: 'Consumables',
  NCB_PROTECT: 'No-claims bonus protection',
  TYRE_PROTECT: 'Tyre protection',
  KEY_REPLACE: 'Key replacement',
  PERSONAL_BELONGINGS: 'Personal belongings',
  PA_OWNER_DRIVER: 'Personal accident cover for the owner-driver',
  PA_UNNAMED_PASSENGERS: 'Personal accident cover for passengers',
  LL_PAID_DRIVER: 'Legal liability to a paid driver',
  HELMET: 'Helmet (two-wheelers)',
};

export const PREVIOUS_POLICY_WORDS = {
  insurerName: { title: 'Previous insurer' },
  policyNumber: { title: 'Previous policy number' },
  coverType: { title: 'Previous cover' },
  expiryDate: { title: 'Expiry date', description: 'The last day of the previous policy.' },
  ncbPercent: {
    title: 'No-claims bonus on the previous policy',
    description: 'The percentage printed on that policy, not the one you expect now.',
  },
  claimCount: { title: 'Claims made', description: 'How many claims you made under the previous policy.' },
  hadZeroDep: { title: 'Did it include zero depreciation?' },
} as const;

export const MOTOR_WORDS = {
  registrationNumber: {
    title: 'Registration number',
    description: 'The number plate without spaces or dashes, for example MH12AB1234. Leave empty for a new vehicle.',
  },
  rtoCode: { title: 'Registering office (RTO)', description: 'Where the vehicle is registered, for example MH12.' },
  isNewVehicle: { title: 'Is it a new vehicle?', description: 'New means not registered yet.' },
  bhSeries: { title: 'Is it a BH number plate?', description: 'Plates of the Bharat series, for example 22BH1234AA.' },
  vehicleId: { title: 'Vehicle', description: 'Make, model and variant as in the registration certificate.' },
  make: { title: 'Make' },
  model: { title: 'Model' },
  variant: { title: 'Variant' },
  fuelType: { title: 'Fuel' },
  engineCapacityCc: { title: 'Engine capacity (cc)', description: '0 for an electric vehicle.' },
  motorPowerWatts: { title: 'Motor power (watts)', description: '0 unless the vehicle is electric.' },
  seatingCapacity: { title: 'Seats', description: 'Including the driver’s.' },
  exShowroomPriceMinor: {
    title: 'Ex-showroom price',
    description: 'The catalogue price, before road tax, registration and insurance.',
  },
  manufactureYear: { title: 'Year of manufacture', description: 'Four digits, as in the registration certificate.' },
  registrationDate: {
    title: 'Registration date',
    description: 'When the vehicle was first registered; not after the policy starts.',
  },
  usage: { title: 'Use', description: 'What the vehicle is used for.' },
  ownerType: { title: 'Owner' },
  policyStartDate: { title: 'Policy start date', description: 'The first day of the new cover.' },
  policyTenureYears: { title: 'Policy term (years)' },
  coverType: {
    title: 'Cover',
    description: 'Third party pays for harm to others, own damage for your own vehicle.',
  },
  requestedIdvMinor: {
    title: 'Insured declared value (IDV)',
    description:
      'The most you are paid if the vehicle is stolen or beyond repair. Leave empty to let each insurer propose one.',
  },
  previousPolicy: { title: 'Previous policy', description: 'Leave empty if the vehicle was not insured before.' },
  addOns: { title: 'Add-ons', description: 'What an insurer does not offer is left out, and marked in its offer.' },
  voluntaryDeductibleMinor: {
    title: 'Voluntary deductible',
    description:
      'What you choose to pay of each claim, on top of the compulsory part. A higher one lowers the premium.',
  },
  electricalAccessoriesMinor: {
    title: 'Electrical accessories',
    description: 'Value of what was added later, for example a music system. 0 for none.',
  },
  nonElectricalAccessoriesMinor: {
    title: 'Non-electrical accessories',
    description: 'Value of what was added later, for example seat covers. 0 for none.',
  },
  externalGasKitMinor: {
    title: 'CNG or LPG kit',
    description: 'Value of a gas kit fitted after purchase. 0 for none.',
  },
} as const;
