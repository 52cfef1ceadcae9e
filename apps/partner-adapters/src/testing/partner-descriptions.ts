import type { PartnerDescription } from '@app/partner-kit/conformance';
import { acmeConformance } from '../partners/acme-general/testing/conformance.js';
import { babbageConformance } from '../partners/babbage-lovelace/testing/conformance.js';
import { cogwheelConformance } from '../partners/cogwheel-direct/testing/conformance.js';
import { dakConformance } from '../partners/dak-bungalow/testing/conformance.js';
import { eleventhHourConformance } from '../partners/eleventh-hour/testing/conformance.js';
import { fizzbuzzConformance } from '../partners/fizzbuzz/testing/conformance.js';

/** What the conformance suite knows of every partner; a spec compares the rows with the registry. */
export const PARTNER_DESCRIPTIONS: readonly PartnerDescription[] = [
  acmeConformance,
  babbageConformance,
  cogwheelConformance,
  dakConformance,
  eleventhHourConformance,
  fizzbuzzConformance,
];
