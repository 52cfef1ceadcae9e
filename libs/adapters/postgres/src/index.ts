export { migrate } from './migrate.js';
export { createPool } from './pool.js';
export { PostgresOutbox } from './postgres-outbox.js';
export { PostgresQuoteStore } from './postgres-quote-store.js';
export { checkSchema } from './schema-check.js';
