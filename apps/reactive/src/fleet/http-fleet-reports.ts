import { type PartnerStates, partnerStates, REPLICA_REPORTS_PATH, type ReplicaReport } from '@app/contracts';
import type { CallSigner } from '@app/platform';
import { BusinessApi } from '../business-api.js';
import { type FleetReports, ReportsNotTakenError } from './fleet-reports.js';

export interface HttpFleetReportsParts {
  /** Base URL of the business service's internal port. */
  readonly businessUrl: string;
  readonly signer: CallSigner;
}

/** Below the time between two reports. */
const ANSWER_WITHIN_MS = 1_500;
const MAX_ANSWER_BYTES = 262_144;
const NOT_TAKEN: ReadonlySet<number> = new Set([400, 404]);

/** Reports to the business service: signed, one at a time over one kept connection. */
export class HttpFleetReports implements FleetReports {
  private readonly api: BusinessApi;

  constructor({ businessUrl: url, signer }: HttpFleetReportsParts) {
    this.api = new BusinessApi({ url, signer, connections: 1, maxAnswerBytes: MAX_ANSWER_BYTES });
  }

  async post(report: ReplicaReport): Promise<PartnerStates> {
    const { status, text } = await this.api.post(REPLICA_REPORTS_PATH, JSON.stringify(report), ANSWER_WITHIN_MS);
    const message = `the business service answered a report with status ${status}`;
    if (NOT_TAKEN.has(status)) throw new ReportsNotTakenError(message);
    if (status !== 200) throw new Error(message);
    return partnerStates.parse(JSON.parse(text));
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.api.close();
  }
}
