import { createTestDatabase, fleetContract, type TestDatabase } from '@app/testing';
import { afterAll, beforeAll } from '@jest/globals';
import { migrate } from '../migrate.js';
import { createPool } from '../pool.js';
import { PostgresTime } from '../postgres-time.js';
import { PostgresAuditTrail } from './postgres-audit-trail.js';
import { PostgresFleetStore } from './postgres-fleet-store.js';
import { PostgresPartnerCallCounts } from './postgres-partner-call-counts.js';

const TABLES = ['partner_call_count', 'replica_breaker', 'partner_condition', 'audit_entry', 'lease'];
const AGE = [
  `UPDATE partner_call_count SET observed_from = observed_from - $1::interval, reported_at = reported_at - $1::interval`,
  `UPDATE replica_breaker SET reported_at = reported_at - $1::interval`,
  `UPDATE lease SET held_until = held_until - $1::interval`,
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
});
afterAll(() => database.drop());

fleetContract(async () => {
  const pool = createPool({ url: database.url, onError: () => undefined });
  await pool.query(`TRUNCATE ${TABLES.join(', ')} RESTART IDENTITY`);
  const time = new PostgresTime(pool);
  return {
    store: new PostgresFleetStore(pool),
    counts: new PostgresPartnerCallCounts(pool),
    audit: new PostgresAuditTrail(pool),
    now: () => time.ask(),
    pass: async (ms) => {
      for (const statement of AGE) await pool.query(statement, [`${ms} milliseconds`]);
    },
    close: () => pool.end(),
  };
});
