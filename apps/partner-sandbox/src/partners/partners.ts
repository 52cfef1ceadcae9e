import { acmeGeneral } from './acme-general/partner.js';
import { babbageLovelace } from './babbage-lovelace/partner.js';
import { cogwheelDirect } from './cogwheel-direct/partner.js';
import { dakBungalow } from './dak-bungalow/partner.js';
import { eleventhHour } from './eleventh-hour/partner.js';
import { fizzbuzz } from './fizzbuzz/partner.js';
import type { PartnerDefinition } from './partner.js';

/** Every simulated partner, in the order of their slugs. */
export const SIMULATED_PARTNERS: readonly PartnerDefinition[] = [
  acmeGeneral,
  babbageLovelace,
  cogwheelDirect,
  dakBungalow,
  eleventhHour,
  fizzbuzz,
];
