const ref = '01934f2a-0000-7000-8000-0000000000a1';

/** Calls for worked examples of rating.md §9 (partners.md F.2). */
export const M1_QUESTION = {
  jsonrpc: '2.0',
  id: 1,
  method: 'motor.quotePlans',
  params: {
    ref,
    start: '2026-12-01',
    cover: 'FULL',
    modelRef: 7002,
    rto: 'IN-MH-12',
    registration: 'MH12AB1234',
    registeredOn: '2023-06-15',
    ncbEntitledPct: 35,
    paOwner: true,
    postcode: '411001',
    plans: ['BASIC', 'PLUS', 'MAX'],
  },
};

export const R1_QUESTION = {
  jsonrpc: '2.0',
  id: 1,
  method: 'travel.quotePlans',
  params: {
    ref,
    start: '2026-12-20',
    end: '2026-12-29',
    annual: false,
    countries: ['TH', 'SG'],
    travellers: [
      { no: 1, born: '1988-05-05', ped: false },
      { no: 2, born: '1990-11-23', ped: false },
      { no: 3, born: '2018-02-17', ped: false },
    ],
    postcode: '411001',
    plans: ['SILVER', 'GOLD', 'PLATINUM'],
  },
};
