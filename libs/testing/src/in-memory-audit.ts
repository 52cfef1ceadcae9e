import type { AuditEntry, AuditRecord, AuditTrail } from '@app/ports';

/** The audit of one process. */
export class InMemoryAudit implements AuditTrail {
  private readonly written: AuditEntry[] = [];

  add(audit: AuditRecord): void {
    this.written.unshift({ ...audit, id: String(this.written.length + 1) });
  }

  async entries(limit: number, before?: string): Promise<AuditEntry[]> {
    return this.written.filter(({ id }) => before === undefined || Number(id) < Number(before)).slice(0, limit);
  }
}
