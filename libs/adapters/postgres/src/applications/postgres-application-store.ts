import type { ApplicationDetails, PersonalFields } from '@app/contracts';
import type { Application } from '@app/domain';
import type {
  ApplicationChange,
  ApplicationContent,
  ApplicationQuery,
  ApplicationStore,
  DueApplication,
  IdempotencyKey,
  KeepResult,
  KeyFinding,
  LoadedApplication,
  NewApplication,
  OutboxMessage,
  Submission,
} from '@app/ports';
import type { Pool, QueryResultRow } from 'pg';
import { ask, violatedConstraint } from '../ask.js';
import { auditValues } from '../audit-sql.js';
import { findKey } from '../idempotency-keys.js';
import type { StorageSealer } from '../storage-sealer.js';
import { applicationValues, changingValues } from './application-rows.js';
import {
  KEEP,
  KEEP_PAID,
  SELECT_APPLICATION,
  SELECT_CONTENT,
  SELECT_DOCUMENT,
  SELECT_DUE,
  SELECT_NEXT_DUE,
  SUBMIT,
  selectApplications,
} from './application-sql.js';

export interface PostgresApplicationStoreParts {
  readonly pool: Pool;
  /** Encrypts personal fields and details; nothing of them is stored in the clear. */
  readonly sealer: StorageSealer;
  /** How long this process has the messages of a change to itself, in milliseconds. */
  readonly leaseMs: number;
}

/** What is sealed of an application. */
interface Secrets {
  readonly personal: PersonalFields;
  readonly details: ApplicationDetails;
}

const OFFER_TAKEN = 'application_live_offer';
const PAYMENT_TAKEN = 'payment_reference_pkey';

/** Where the first page of what is due begins. */
const BEFORE_ALL = { id: '00000000-0000-0000-0000-000000000000', at: '-infinity' };

const keyValues = ({ key, fingerprint, response }: IdempotencyKey) => [key, fingerprint, JSON.stringify(response)];

/**
 * Applications in PostgreSQL. What was decided is stored by one statement, where the application still is what it was
 * decided on; indexes say that an offer or a payment is taken. Two equal posts wait for each other, not for long.
 */
export class PostgresApplicationStore implements ApplicationStore {
  constructor(private readonly parts: PostgresApplicationStoreParts) {}

  async submit(submission: NewApplication): Promise<Submission> {
    const { application, content, paymentHash, messages, idempotency } = submission;
    const values = [...applicationValues(application), paymentHash, ...(await this.contentValues(content))];
    values.push(...this.messageValues(messages), ...keyValues(idempotency));
    const stored = await this.store('submit-application', SUBMIT, values);
    if (stored === OFFER_TAKEN) return { outcome: 'OFFER_ALREADY_APPLIED' };
    if (stored === PAYMENT_TAKEN) return { outcome: 'PAYMENT_ALREADY_USED' };
    if (stored) return { outcome: 'ACCEPTED' };
    // The key was taken when that was stored. Should its time have ended since, it is nobody's any more.
    return (await this.findKey(application.clientId, idempotency)) ?? this.submit(submission);
  }

  findKey(clientId: string, key: Pick<IdempotencyKey, 'key' | 'fingerprint'>): Promise<KeyFinding | undefined> {
    return findKey(this.parts.pool, clientId, key);
  }

  load(id: string): Promise<LoadedApplication | undefined> {
    return this.first<LoadedApplication & QueryResultRow>('select-application', SELECT_APPLICATION, id);
  }

  async content(id: string): Promise<ApplicationContent | undefined> {
    type Row = Pick<ApplicationContent, 'request'> & { readonly sealed: string };
    const row = await this.first<Row>('select-application-content', SELECT_CONTENT, id);
    if (row === undefined) return undefined;
    // What is opened here was sealed here.
    return { request: row.request, ...((await this.parts.sealer.open(row.sealed)) as Secrets) };
  }

  async keep({ before, after, messages, payment, document, audit }: ApplicationChange): Promise<KeepResult> {
    const { sought, wakeAt, state } = changingValues(after);
    const values = [
      ...[before.id, before.version, ...sought, wakeAt, state, document?.id ?? null, document?.bytes ?? null],
      ...[...this.messageValues(messages), ...auditValues(audit)],
    ];
    if (payment !== undefined) {
      values.push(...keyValues(payment.idempotency), payment.hash, ...(await this.contentValues(payment.content)));
    }
    const stored =
      payment === undefined
        ? await this.store('keep-application', KEEP, values)
        : await this.store('keep-paid-application', KEEP_PAID, values);
    if (stored === PAYMENT_TAKEN) return 'PAYMENT_ALREADY_USED';
    if (stored === OFFER_TAKEN) return 'OFFER_ALREADY_APPLIED';
    return stored === true ? 'KEPT' : 'CHANGED_MEANWHILE';
  }

  due(limit: number, { id, at }: { readonly id: string; readonly at: Date | string } = BEFORE_ALL) {
    return this.all<DueApplication & QueryResultRow>('select-due-applications', SELECT_DUE, limit, at, id);
  }

  async nextDueAt(): Promise<Date | null> {
    return (await this.first<{ at: Date }>('select-next-due-application', SELECT_NEXT_DUE))?.at ?? null;
  }

  async list({ status, refund, limit, after }: ApplicationQuery): Promise<Application[]> {
    const values: unknown[] = [limit];
    const conditions = [
      ...(status === undefined ? [] : [`status = $${values.push(status)}`]),
      ...(refund === undefined ? [] : [`refund_status = $${values.push(refund)}`]),
      ...(after === undefined
        ? []
        : [`(created_at, id) < (SELECT created_at, id FROM application WHERE id = $${values.push(after)})`]),
    ];
    const query = { text: selectApplications(conditions), values };
    const { rows } = await ask<{ application: Application }>(this.parts.pool, query);
    return rows.map(({ application }) => application);
  }

  async document(applicationId: string, documentId: string): Promise<Uint8Array | undefined> {
    const values = [applicationId, documentId];
    return (await this.first<{ bytes: Uint8Array }>('select-document', SELECT_DOCUMENT, ...values))?.bytes;
  }

  private messageValues(messages: readonly OutboxMessage[]): unknown[] {
    return [JSON.stringify(messages), this.parts.leaseMs];
  }

  private async contentValues({ request, personal, details }: ApplicationContent): Promise<unknown[]> {
    const secrets: Secrets = { personal, details };
    return [JSON.stringify(request), await this.parts.sealer.seal(secrets)];
  }

  /** Whether anything was stored, or the index that it would have violated. */
  private async store(name: string, text: string, values: unknown[]): Promise<boolean | string> {
    try {
      return (await ask(this.parts.pool, { name, text, values })).rows.length > 0;
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === OFFER_TAKEN || constraint === PAYMENT_TAKEN) return constraint;
      throw error;
    }
  }

  private async first<Row extends QueryResultRow>(name: string, text: string, ...values: unknown[]) {
    return (await this.all<Row>(name, text, ...values))[0];
  }

  private async all<Row extends QueryResultRow>(name: string, text: string, ...values: unknown[]): Promise<Row[]> {
    return (await ask<Row>(this.parts.pool, { name, text, values })).rows;
  }
}
