import type { requestFor } from '../../../testing/canonical-requests.js';
import { TXN_REF } from './worked-answers.js';

type Name = Parameters<typeof requestFor>[0];

/** What D is asked for the worked examples of rating.md §9: M1 as it is printed, without the optional mobile number. */
export const QUESTIONS: ReadonlyMap<Name, string> = new Map<Name, string>([
  [
    'm1',
    `txn_ref=${TXN_REF}&veh_cls=PVT&cvr=P&mmv_cd=PCGUL00102&rto_cd=21012&regn1=MH&regn2=12&regn3=AB&regn4=1234&regn_dt=15-JUN-2023&pol_start=01-DEC-2026&prev_exp=30-NOV-2026&prev_ncb=B&claim_yn=0&fuel_cd=1&idv=&nil_dep=Y&rsa=Y&pa_own=Y&pin=411001`,
  ],
  [
    'm2',
    `txn_ref=${TXN_REF}&veh_cls=PVT&cvr=P&mmv_cd=PCNIL00204&rto_cd=12032&regn1=UP&regn2=32&regn3=CD&regn4=4521&regn_dt=10-FEB-2020&pol_start=01-DEC-2026&prev_exp=30-NOV-2026&prev_ncb=C&claim_yn=1&fuel_cd=2&idv=&nil_dep=Y&rsa=Y&pa_own=Y&pin=411001`,
  ],
  [
    'm3',
    `txn_ref=${TXN_REF}&veh_cls=PVT&cvr=L&mmv_cd=PCGUL00101&rto_cd=11001&regn1=DL&regn2=01&regn3=XY&regn4=0777&regn_dt=01-SEP-2017&pol_start=01-DEC-2026&prev_exp=30-NOV-2026&prev_ncb=E&claim_yn=0&fuel_cd=1&idv=&nil_dep=N&rsa=N&pa_own=Y&pin=411001`,
  ],
  [
    'm5',
    `txn_ref=${TXN_REF}&veh_cls=PVT&cvr=P&mmv_cd=PCTEJ00305&rto_cd=71001&regn1=GJ&regn2=01&regn3=TT&regn4=6006&regn_dt=31-JAN-2024&pol_start=15-DEC-2026&prev_exp=14-DEC-2026&prev_ncb=A&claim_yn=0&fuel_cd=2&idv=&nil_dep=Y&rsa=Y&pa_own=Y&pin=411001`,
  ],
  [
    't1',
    `txn_ref=${TXN_REF}&veh_cls=2WH&cvr=P&mmv_cd=TWBAR00203&rto_cd=31019&regn1=KA&regn2=19&regn3=HB&regn4=7788&regn_dt=05-MAR-2022&pol_start=10-DEC-2026&prev_exp=09-DEC-2026&prev_ncb=A&claim_yn=0&fuel_cd=1&idv=&nil_dep=Y&rsa=N&pa_own=Y&pin=411001`,
  ],
  [
    't2',
    `txn_ref=${TXN_REF}&veh_cls=2WH&cvr=L&mmv_cd=TWCHE00102&rto_cd=21012&regn1=MH&regn2=12&regn3=QQ&regn4=0555&regn_dt=20-AUG-2021&pol_start=10-DEC-2026&prev_exp=&prev_ncb=&claim_yn=&fuel_cd=1&idv=&nil_dep=N&rsa=N&pa_own=Y&pin=411001`,
  ],
]);
