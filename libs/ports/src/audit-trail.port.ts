/** Who did what to whom, and why: written with the change itself, never changed. */
export interface AuditRecord {
  readonly at: Date;
  /** `supervisor`, or the id of the client whose key was used. */
  readonly actor: string;
  /** `PARTNER_STATE_CHANGED` */
  readonly action: string;
  /** What was changed, a partner's id for example. */
  readonly subject: string;
  readonly reason: string | null;
  /** JSON; never personal data. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends AuditRecord {
  /** A whole number; later entries have higher ones. */
  readonly id: string;
}

export interface AuditTrail {
  /** Up to `limit` entries, the newest first; those before the entry `before` where it is given. */
  entries(limit: number, before?: string): Promise<AuditEntry[]>;
}
