import { StoreUnavailableError } from '@app/ports';
import type { Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** Of the operating system: nobody listens, or the way there is lost. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** SQLSTATE: the server goes down, comes up, has no connection left, or ended a statement that took too long. */
const SERVER_CODES = new Set(['57P01', '57P02', '57P03', '53300', '57014']);
/** The SQLSTATE class of connections that failed. */
const CONNECTION_CLASS = /^08...$/;

/** What pg and pg-pool say without a code. */
const CLIENT_TEXTS = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Cannot use a pool after calling end',
];

const textAt = (error: object, key: 'code' | 'message' | 'constraint'): string => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
};

function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = textAt(error, 'code');
  if (NETWORK_CODES.has(code) || SERVER_CODES.has(code) || CONNECTION_CLASS.test(code)) return true;
  return CLIENT_TEXTS.some((text) => textAt(error, 'message').startsWith(text));
}

const UNIQUE_VIOLATION = '23505';

/** The name of the unique index that refused a statement; undefined for every other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || textAt(error, 'code') !== UNIQUE_VIOLATION) return undefined;
  return textAt(error, 'constraint');
}

/**
 * One statement on any connection of the pool; everything here asks the database through it. Rejects with
 * `StoreUnavailableError` when the server cannot be reached or does not answer in time. What it had been told to do may
 * then have been done all the same.
 */
export async function ask<Row extends QueryResultRow>(pool: Pool, query: QueryConfig): Promise<QueryResult<Row>> {
  try {
    return await pool.query<Row>(query);
  } catch (error) {
    throw isUnavailable(error) ? new StoreUnavailableError('PostgreSQL', error) : error;
  }
}
