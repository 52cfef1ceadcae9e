import { acmeGeneral } from './acme-general/partner.js';
import { cogwheelDirect } from './cogwheel-direct/partner.js';
import type { PartnerDefinition } from './partner.js';

/** Every simulated partner, in the order of their slugs. */
export const SIMULATED_PARTNERS: readonly PartnerDefinition[] = [acmeGeneral, cogwheelDirect];
