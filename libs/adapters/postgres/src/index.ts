export { migrate } from './migrate.js';
export { createPool, type PoolOptions } from './pool.js';
export { PostgresOutbox } from './postgres-outbox.js';
export { PostgresQuoteStore, type PostgresQuoteStoreParts } from './postgres-quote-store.js';
export { checkSchema } from './schema-check.js';
