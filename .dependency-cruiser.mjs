// Who may import whom. `npm run structure` checks the tree against these rules, and the rules against a canary each.

const IN_PACKAGE = '^(apps|libs|e2e|tools)/';
const PACKAGE = '^(libs/adapters/[^/]+|libs/[^/]+|apps/[^/]+|e2e|tools)/';
// Specs, and the folders with what specs are made of: libs/testing, and inside a package `testing` or `conformance`.
const TEST_CODE = ['\\.spec\\.ts$', '/(testing|conformance)/'];
const PARTNERS = '^apps/partner-adapters/src/partners';

const DOMAIN = '^libs/domain/';
const PRODUCT_LINES = '^libs/product-lines/';
const CONTRACTS = '^libs/contracts/';
const PORTS = '^libs/ports/';
const REGISTRY = '^libs/partner-registry/';
const PARTNER_KIT = '^libs/partner-kit/';
const API_CLIENT = '^libs/api-client/';
const PLATFORM = '^libs/platform/';
const ADAPTERS = '^libs/adapters/';
const TESTING = '^libs/testing/';
const PARTNERS_TESTING = '^apps/partner-adapters/src/testing/';
const PARTNER_ADAPTERS = '^apps/partner-adapters/';
const SANDBOX = '^apps/partner-sandbox/';
const TOOLS = '^tools/';

const EVERY_LIBRARY_OF_A_SERVICE = [DOMAIN, PRODUCT_LINES, CONTRACTS, PORTS, REGISTRY, PLATFORM, ADAPTERS];

/**
 * One row per package. `from` may import itself, what is in `to`, and nothing else of this repository; `instead` says
 * what to do with an import that is refused. Rules further down narrow some of what a row leaves open.
 */
const LAYERS = [
  {
    name: 'domain-imports',
    from: DOMAIN,
    to: [],
    instead: 'The domain knows nothing but itself. Take what it needs as a parameter.',
  },
  {
    name: 'product-lines-imports',
    from: PRODUCT_LINES,
    to: [DOMAIN],
    instead: 'A product line is pure: it knows domain only. Take what it needs as a parameter.',
  },
  {
    name: 'contracts-imports',
    from: CONTRACTS,
    to: [DOMAIN, PRODUCT_LINES],
    instead: 'A contract is made of domain and product-lines. What a process does with it belongs into that process.',
  },
  {
    name: 'ports-imports',
    from: PORTS,
    to: [DOMAIN, CONTRACTS],
    instead: 'A port speaks of domain and contracts. Technology belongs into libs/adapters.',
  },
  {
    name: 'partner-registry-imports',
    from: REGISTRY,
    to: [DOMAIN, PRODUCT_LINES],
    instead:
      'The registry is data about partners: domain and product-lines. Behaviour belongs into the partner folder.',
  },
  {
    name: 'partner-kit-imports',
    from: PARTNER_KIT,
    to: [DOMAIN, CONTRACTS, PORTS, PLATFORM],
    instead: 'The kit serves every partner. Hand a partner’s manifest and product line in as parameters.',
  },
  {
    name: 'api-client-imports',
    from: API_CLIENT,
    to: [],
    instead: 'The client is for others too: it knows the API by its OpenAPI document alone, and nothing else of ours.',
  },
  {
    name: 'platform-imports',
    from: PLATFORM,
    to: [DOMAIN, CONTRACTS, PORTS],
    instead: 'Platform is glue for every service. Hand in what only one service knows.',
  },
  {
    name: 'adapters-imports',
    from: '^libs/adapters/([^/]+)/',
    own: '^libs/adapters/$1/',
    to: [DOMAIN, CONTRACTS, PORTS],
    instead: 'An adapter implements ports and never knows another adapter: let the service’s module join them.',
  },
  {
    name: 'testing-imports',
    from: TESTING,
    to: ['^libs/'],
    instead: 'What specs are made of comes from libraries. What needs a whole service belongs into e2e.',
  },
  {
    name: 'business-imports',
    from: '^apps/business/',
    to: EVERY_LIBRARY_OF_A_SERVICE,
    instead: 'Partners are reached through events and the registry; another service through its contract.',
  },
  {
    name: 'reactive-imports',
    from: '^apps/reactive/',
    to: EVERY_LIBRARY_OF_A_SERVICE,
    instead: 'A partner is called through the PartnerGateway port; another service through its contract.',
  },
  {
    name: 'partner-adapters-imports',
    from: PARTNER_ADAPTERS,
    fromNot: [`${PARTNERS}/[^/]+/`, PARTNERS_TESTING],
    own: PARTNER_ADAPTERS,
    to: [PARTNER_KIT, REGISTRY, PLATFORM, ADAPTERS, SANDBOX],
    instead: 'This process only puts partners together. What every partner needs belongs into partner-kit.',
  },
  {
    name: 'partner-folder-imports',
    from: `${PARTNERS}/[^/]+/`,
    own: `${PARTNERS}/[^/]+/`,
    to: [PARTNER_KIT, REGISTRY, PRODUCT_LINES, CONTRACTS, DOMAIN, SANDBOX, PARTNERS_TESTING],
    instead: 'A partner folder uses partner-kit, registry, product-lines, contracts, domain; the kit wraps the rest.',
  },
  {
    name: 'partners-testing-imports',
    from: PARTNERS_TESTING,
    own: PARTNER_ADAPTERS,
    to: [PARTNER_KIT, REGISTRY, PLATFORM, PRODUCT_LINES, CONTRACTS, DOMAIN, SANDBOX],
    instead: 'What the specs of every partner are made of uses what partner folders use.',
  },
  {
    name: 'partner-sandbox-imports',
    from: SANDBOX,
    to: [DOMAIN, PRODUCT_LINES, REGISTRY, PARTNER_KIT, PARTNER_ADAPTERS],
    instead: 'The partners know domain, product-lines and registry. Write their side of a message from their document.',
  },
  {
    name: 'tools-imports',
    from: TOOLS,
    to: [DOMAIN, PRODUCT_LINES, CONTRACTS, REGISTRY, API_CLIENT],
    instead: 'Tools start services and call what they serve: contracts, product lines, the registry, domain to format.',
  },
  {
    name: 'e2e-imports',
    from: '^e2e/',
    to: [DOMAIN, CONTRACTS, REGISTRY, API_CLIENT, TOOLS],
    instead: 'An end-to-end test uses what is served: contracts, the registry, and the stack that tools start.',
  },
];

/** `libs/testing` is left open here because a rule of its own keeps it to specs. */
const layerRule = ({ name, from, fromNot, own = from, to, instead }) => ({
  name,
  comment: instead,
  from: { path: from, ...(fromNot === undefined ? {} : { pathNot: fromNot }) },
  to: { path: IN_PACKAGE, pathNot: [own, TESTING, ...to] },
});

const RULES = [
  ...LAYERS.map(layerRule),
  {
    name: 'domain-is-pure',
    comment: 'No npm package and no Node in the domain. Take clock, randomness and I/O as parameters.',
    from: { path: DOMAIN, pathNot: TEST_CODE },
    to: { pathNot: IN_PACKAGE, couldNotResolve: false },
  },
  {
    name: 'api-client-runs-in-browsers',
    comment: 'A page uses the client too: take from Node nothing that a browser lacks.',
    from: { path: API_CLIENT, pathNot: TEST_CODE },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'package-without-layer',
    comment: 'Say in .dependency-cruiser.mjs what this package may import, and give the rule a canary.',
    from: { path: IN_PACKAGE, pathNot: LAYERS.map(({ from }) => from) },
    to: {},
  },
  {
    name: 'partner-imports-sibling',
    comment: 'Partners know nothing of each other. What two of them need belongs into partner-kit.',
    from: { path: `${PARTNERS}/([^/]+)/` },
    to: { path: `${PARTNERS}/[^/]+/`, pathNot: `${PARTNERS}/$1/` },
  },
  {
    name: 'sandbox-imports-our-side',
    comment:
      'The sandbox is the other side: written from the partner’s document, so that it can contradict our adapter.',
    from: { path: SANDBOX },
    to: { path: [PARTNER_KIT, PARTNER_ADAPTERS] },
  },
  {
    name: 'sandbox-outside-specs',
    comment: 'The sandbox is reached over HTTP, at the partner’s base URL. Only test code may start it in-process.',
    from: { path: PARTNER_ADAPTERS, pathNot: TEST_CODE },
    to: { path: SANDBOX },
  },
  {
    name: 'adapters-outside-composition',
    comment:
      'Depend on the port and let main.ts, migrate.ts, clients.ts, connections.ts or a *.module.ts of the service choose the adapter; ' +
      'a *.int.spec.ts may use one directly.',
    from: {
      path: '^apps/',
      pathNot: ['^apps/[^/]+/src/(main|migrate|clients|connections)\\.ts$', '\\.module\\.ts$', '\\.int\\.spec\\.ts$'],
    },
    to: { path: ADAPTERS },
  },
  {
    name: 'testing-outside-specs',
    comment:
      'Only specs, and testing folders themselves, import from a testing folder: the code moves, or its user does.',
    from: { pathNot: TEST_CODE },
    to: { path: '^(apps|libs|e2e|tools).*/(testing|conformance)/' },
  },
  {
    name: 'package-by-path',
    comment: 'Import another package by its name, @app/<package>: a relative path goes round its index.',
    from: { path: PACKAGE },
    to: { path: IN_PACKAGE, pathNot: '^$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'package-past-its-index',
    comment: 'A package is its index.ts. Export what is needed there, or keep it inside.',
    from: { path: PACKAGE },
    to: {
      path: IN_PACKAGE,
      pathNot: ['^$1/', '/src/index\\.ts$', '/src/[^/]+/index\\.ts$'],
      dependencyTypesNot: ['local'],
    },
  },
  {
    name: 'cycle',
    comment: 'Move what both need into a file of its own, or hand one to the other as a parameter.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'unresolved',
    comment: 'Nothing can be checked about an import that is not found: build the path, install or export the package.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'grab-bag',
    comment: 'Name the file or folder after what it does: common, shared, utils and helpers collect everything.',
    from: {},
    to: { path: '^(apps|libs|e2e|tools).*[/.-](common|shared|utils?|helpers?)[/.]' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: RULES.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    exclude: { path: '^(apps|libs|e2e|tools).*/dist/' },
    doNotFollow: { path: 'node_modules' },
    // An import of a type is an import.
    tsPreCompilationDeps: true,
    // Without these, @app/* stays unresolved and every violation passes in silence.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@app/source', 'import', 'default'],
    },
  },
};
