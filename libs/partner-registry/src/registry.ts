import { domainOf, type ProductDomain, type ProductLineId } from '@app/product-lines';
import type { PartnerManifest } from './manifest.js';
import { acmeGeneral } from './partners/acme-general.js';
import { babbageLovelace } from './partners/babbage-lovelace.js';
import { cogwheelDirect } from './partners/cogwheel-direct.js';
import { dakBungalow } from './partners/dak-bungalow.js';
import { eleventhHour } from './partners/eleventh-hour.js';
import { fizzbuzz } from './partners/fizzbuzz.js';

/** Every partner, in the order of their slugs. */
export const PARTNERS: readonly PartnerManifest[] = [
  acmeGeneral,
  babbageLovelace,
  cogwheelDirect,
  dakBungalow,
  eleventhHour,
  fizzbuzz,
];

const byId: ReadonlyMap<string, PartnerManifest> = new Map(PARTNERS.map((partner) => [partner.id, partner]));

export const findPartner = (id: string): PartnerManifest | undefined => byId.get(id);

export const partnersOfLine = (line: ProductLineId): readonly PartnerManifest[] =>
  PARTNERS.filter((partner) => partner.lines.includes(line));

export const partnersOfDomain = (domain: ProductDomain): readonly PartnerManifest[] =>
  PARTNERS.filter((partner) => partner.lines.some((line) => domainOf(line) === domain));

/** `acme-general` → `PARTNER_ACME_GENERAL_`, the prefix of the partner's settings. */
export const settingsPrefix = (partnerId: string): `PARTNER_${string}_` =>
  `PARTNER_${partnerId.replaceAll('-', '_').toUpperCase()}_`;
