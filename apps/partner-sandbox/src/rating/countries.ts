/** Groups of ISO 3166-1 alpha-2 codes that travel prices go by (rating.md Annex 3). */

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const ASIA = codes('AE BH BT HK ID JP KH KR KW LA LK MM MO MV MY NP OM PH QA SA SG TH TW VN');

export const SCHENGEN = codes('AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK');

export const NORTH_AMERICA = codes('CA US');
