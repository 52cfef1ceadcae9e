import { AUDIT_COLUMNS, auditFrom } from '../audit-sql.js';
import { takeKey } from '../key-sql.js';
import { insertMessages } from '../outbox-sql.js';

/** In the order of `applicationValues`. */
const COLUMNS =
  'id, client_id, quote_request_id, offer_id, status, version, is_live, refund_status, wake_at, created_at, state';

/**
 * Everything of a new application, and no row where its key is taken. Each step reads the one before, so that all of
 * these lock in one order: the key, the offer, the payment. An offer or a payment that is taken violates its index.
 */
export const SUBMIT = `
  WITH ${takeKey({ client: '$2::text', first: 17, id: '$1::uuid', from: '' })}, submitted AS (
    INSERT INTO application (${COLUMNS})
    SELECT taken.id, $2::text, $3::uuid, $4::text, $5::text, $6::integer, $7::boolean, $8::text, $9::timestamptz,
           $10::timestamptz, $11::jsonb
    FROM taken
    RETURNING id
  ), paid AS (
    INSERT INTO payment_reference (hash, application_id) SELECT $12::text, id FROM submitted
    RETURNING application_id AS id
  ), content AS (
    INSERT INTO application_content (application_id, created_at, request, sealed)
    SELECT id, $10, $13::jsonb, $14::text FROM paid
  ), ${insertMessages(15, 'paid')}
  SELECT id FROM paid`;

const KEEP_OTHERS = `
  document AS (
    INSERT INTO application_document (application_id, document_id, bytes)
    SELECT id, $9::text, $10::bytea FROM kept WHERE $9 IS NOT NULL
    ON CONFLICT (application_id, document_id) DO UPDATE SET bytes = EXCLUDED.bytes
  ), ${insertMessages(11, 'kept')}, audit AS (
    INSERT INTO audit_entry (${AUDIT_COLUMNS}) SELECT ${auditFrom(13)} FROM kept WHERE $13 IS NOT NULL
  )
  SELECT id FROM kept`;

const HELD = `
  held AS (
    SELECT id, client_id FROM application WHERE id = $1::uuid AND version = $2 FOR NO KEY UPDATE
  )`;

const keep = (from: string): string => `
  changed AS (
    UPDATE application a
    SET status = $3::text, version = $4::integer, is_live = $5::boolean, refund_status = $6::text,
        wake_at = $7::timestamptz, state = $8::jsonb
    FROM ${from} WHERE a.id = ${from}.id
    RETURNING a.id
  )`;

/** The change where the application still is what it was decided on, with all that goes with it; otherwise no row. */
export const KEEP = `
  WITH ${HELD}, ${keep('held')}, kept AS (SELECT id FROM changed), ${KEEP_OTHERS}`;

/** The same with another payment, and no row either where the key is taken. */
export const KEEP_PAID = `
  WITH ${HELD}, ${takeKey({ client: 'client_id', first: 19, id: 'id', from: 'FROM held' })}, ${keep('taken')}, kept AS (
    INSERT INTO payment_reference (hash, application_id) SELECT $22::text, id FROM changed
    RETURNING application_id AS id
  ), content AS (
    UPDATE application_content SET request = $23::jsonb, sealed = $24::text FROM kept WHERE application_id = kept.id
  ), ${KEEP_OTHERS}`;

export const SELECT_APPLICATION = `
  SELECT state AS application, clock_timestamp() AS now FROM application WHERE id = $1`;

export const SELECT_CONTENT = 'SELECT request, sealed FROM application_content WHERE application_id = $1';

export const SELECT_DOCUMENT = `
  SELECT bytes FROM application_document WHERE application_id = $1 AND document_id = $2`;

/** The clock stands in a subquery of its own: as a volatile call it would keep the index from being used. */
export const SELECT_DUE = `
  SELECT id, wake_at AS at FROM application
  WHERE wake_at <= (SELECT clock_timestamp()) AND (wake_at, id) > ($2::timestamptz, $3::uuid)
  ORDER BY wake_at, id LIMIT $1`;

export const SELECT_NEXT_DUE = `
  SELECT wake_at AS at FROM application WHERE wake_at > (SELECT clock_timestamp()) ORDER BY wake_at LIMIT 1`;

/** The newest first, under these conditions. */
export const selectApplications = (conditions: readonly string[]): string => `
  SELECT state AS application FROM application
  ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY created_at DESC, id DESC LIMIT $1`;
