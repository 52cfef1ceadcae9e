/** A registering office. Zone A = the eight metros. */
export interface Rto {
  readonly rtoCode: string;
  readonly office: string;
  readonly zone: 'A' | 'B';
}

/** Annex 2 of the sandbox rating. */
const ANNEX_2: Readonly<Record<string, Omit<Rto, 'rtoCode'>>> = {
  MH01: { office: 'Mumbai Central', zone: 'A' },
  MH12: { office: 'Pune', zone: 'A' },
  DL01: { office: 'Delhi North', zone: 'A' },
  KA01: { office: 'Bengaluru Central', zone: 'A' },
  TN01: { office: 'Chennai Central', zone: 'A' },
  WB02: { office: 'Kolkata', zone: 'A' },
  TS09: { office: 'Hyderabad Central', zone: 'A' },
  GJ01: { office: 'Ahmedabad', zone: 'A' },
  MH20: { office: 'Chhatrapati Sambhajinagar', zone: 'B' },
  UP32: { office: 'Lucknow', zone: 'B' },
  KA19: { office: 'Mangaluru', zone: 'B' },
  RJ14: { office: 'Jaipur', zone: 'B' },
  KL07: { office: 'Ernakulam', zone: 'B' },
  AS01: { office: 'Guwahati', zone: 'B' },
};

/** The registering offices by canonical code, `MH12`. */
export const RTOS: ReadonlyMap<string, Rto> = new Map(
  Object.entries(ANNEX_2).map(([rtoCode, rto]) => [rtoCode, { rtoCode, ...rto }]),
);
