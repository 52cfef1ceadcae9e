import { type CountryList, type ProductLineList, type RtoList, type VehicleList, vehicleClass } from '@app/contracts';
import { partnersOfLine } from '@app/partner-registry';
import { COUNTRIES, PRODUCT_LINE_IDS, PRODUCT_LINES, RTOS, riskSchemaOf, VEHICLES } from '@app/product-lines';
import { ReferenceList } from './reference-list.js';
import { hasWords, searchWords } from './search-words.js';

type ItemOf<List extends { items: readonly unknown[] }> = List['items'][number];

const A_PAGE = 50;
/** For choices that a form shows whole. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Every product line with the form of its risk and who sells it. */
export const productLines = new ReferenceList({
  path: '/v1/product-lines',
  filters: {},
  defaultLimit: ALL,
  items: PRODUCT_LINE_IDS.map((id): ItemOf<ProductLineList> => {
    const { title, domain } = PRODUCT_LINES[id];
    const partners = partnersOfLine(id).map((partner) => ({ id: partner.id, name: partner.name }));
    return { id, title, domain, risk: riskSchemaOf(id), partners };
  }),
  idOf: ({ id }) => id,
  matches: () => true,
});

/** The vehicle master, in its own order. */
export const vehicles = new ReferenceList({
  path: '/v1/reference/vehicles',
  filters: { class: vehicleClass.optional(), q: searchWords },
  defaultLimit: A_PAGE,
  items: [...VEHICLES.values()] satisfies VehicleList['items'],
  idOf: ({ vehicleId }) => vehicleId,
  matches: ({ vehicleClass, make, model, variant }, filters) =>
    (filters.class ?? vehicleClass) === vehicleClass && hasWords([make, model, variant], filters.q),
});

/** The registering offices, in the order of their master. */
export const rtos = new ReferenceList({
  path: '/v1/reference/rtos',
  filters: { q: searchWords },
  defaultLimit: A_PAGE,
  items: [...RTOS.values()] satisfies RtoList['items'],
  idOf: ({ rtoCode }) => rtoCode,
  matches: ({ rtoCode, office }, { q }) => hasWords([rtoCode, office], q),
});

/** The countries that a trip can begin and end in, by code. */
export const countries = new ReferenceList({
  path: '/v1/reference/countries',
  filters: {},
  defaultLimit: ALL,
  items: [...COUNTRIES.values()] satisfies CountryList['items'],
  idOf: ({ code }) => code,
  matches: () => true,
});
