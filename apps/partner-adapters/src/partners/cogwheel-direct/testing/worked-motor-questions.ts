const request_ref = '01934f2a-0000-7000-8000-0000000000a1';
const proposer = { dob: '12/04/1990', pin: '411001' };

const QUESTIONS = [
  [
    'm1',
    {
      cover: 'comp',
      start_date: '01/12/2026',
      vehicle: {
        model_key: 'gulmohar.chalet.1-2-zxi',
        rto: 'mh12',
        reg_no: 'MH 12 AB 1234',
        reg_date: '15/06/2023',
      },
      ncb_entitled: 0.35,
      prior: { expiry_date: '30/11/2026', claims: 0 },
      bundle: 'smart',
      pa_owner: 'Y',
    },
  ],
  [
    'm2',
    {
      cover: 'comp',
      start_date: '01/12/2026',
      vehicle: { model_key: 'nilgai.heron.1-5-d', rto: 'up32', reg_no: 'UP 32 CD 4521', reg_date: '10/02/2020' },
      ncb_entitled: 0,
      prior: { expiry_date: '30/11/2026', claims: 1 },
      bundle: 'smart',
      pa_owner: 'Y',
    },
  ],
  [
    'm3',
    {
      cover: 'tp',
      start_date: '01/12/2026',
      vehicle: { model_key: 'gulmohar.chalet.1-0-lxi', rto: 'dl01', reg_no: 'DL 01 XY 0777', reg_date: '01/09/2017' },
      ncb_entitled: 0.5,
      prior: { expiry_date: '30/11/2026', claims: 0 },
      bundle: 'none',
      pa_owner: 'Y',
    },
  ],
  [
    'm4',
    {
      cover: 'comp',
      start_date: '01/12/2026',
      vehicle: { model_key: 'vidyutka.volt-e.30', rto: 'ka01', reg_no: 'KA 01 EV 0042', reg_date: '20/06/2026' },
      ncb_entitled: 0,
      prior: null,
      bundle: 'max',
      pa_owner: 'Y',
    },
  ],
  [
    'm5',
    {
      cover: 'comp',
      start_date: '15/12/2026',
      vehicle: { model_key: 'tejomay.summit.2-0-at', rto: 'gj01', reg_no: 'GJ 01 TT 6006', reg_date: '31/01/2024' },
      ncb_entitled: 0.25,
      prior: { expiry_date: '14/12/2026', claims: 0 },
      bundle: 'max',
      pa_owner: 'Y',
    },
  ],
  [
    't1',
    {
      cover: 'comp',
      start_date: '10/12/2026',
      vehicle: { model_key: 'barasingha.220r.std', rto: 'ka19', reg_no: 'KA 19 HB 7788', reg_date: '05/03/2022' },
      ncb_entitled: 0.25,
      prior: { expiry_date: '09/12/2026', claims: 0 },
      bundle: 'smart',
      pa_owner: 'Y',
    },
  ],
  [
    't2',
    {
      cover: 'tp',
      start_date: '10/12/2026',
      vehicle: { model_key: 'cheetal.swiftlet.125', rto: 'mh12', reg_no: 'MH 12 QQ 0555', reg_date: '20/08/2021' },
      ncb_entitled: 0,
      prior: null,
      bundle: 'none',
      pa_owner: 'Y',
    },
  ],
  [
    't3',
    {
      cover: 'comp',
      start_date: '10/12/2026',
      vehicle: { model_key: 'urjaka.scoot.pro', rto: 'tn01', reg_no: 'TN 01 EE 0606', reg_date: '01/10/2025' },
      ncb_entitled: 0.2,
      prior: { expiry_date: '09/12/2026', claims: 0 },
      bundle: 'smart',
      pa_owner: 'N',
    },
  ],
] as const;

/** The motor examples of rating.md §9 in C's words (partners.md C.2 prints M1). */
export const MOTOR_QUESTIONS = QUESTIONS.map(
  ([name, question]) =>
    [name, { request_ref, class: name.startsWith('t') ? 'bike' : 'car', ...question, proposer }] as const,
);
