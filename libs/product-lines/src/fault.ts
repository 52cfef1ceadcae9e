/** One thing wrong with a request: where (JSON pointer from the body's root), what kind, and how to mend it. */
export interface Fault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly detail: string;
}

export type FaultCode =
  | 'REQUIRED'
  | 'UNKNOWN_FIELD'
  | 'TYPE'
  | 'FORMAT'
  | 'ENUM'
  | 'RANGE'
  | 'UNKNOWN_CODE'
  | 'DATE_ORDER'
  | 'CONTRADICTION'
  | 'CONSENT';
