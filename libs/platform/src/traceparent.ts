import { randomUUID } from 'node:crypto';

/** W3C Trace Context, version 00: `00-<trace id>-<span id>-<flags>`. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Random hexadecimal digits, 32 at most: Node keeps random numbers for UUIDs in store, others cost a system call. */
const hex = (digits: number): string => randomUUID().replaceAll('-', '').slice(0, digits);

/** A new trace. */
export const startTrace = (): string => `00-${hex(32)}-${hex(16)}-01`;

/** The next hop's `traceparent`: the same trace with a span of its own; a new trace when there is no usable parent. */
export function continueTrace(parent: string | undefined): string {
  const match = TRACEPARENT.exec(parent ?? '');
  return match === null ? startTrace() : `00-${match[1]}-${hex(16)}-${match[3]}`;
}

export const traceIdOf = (traceparent: string): string => TRACEPARENT.exec(traceparent)?.[1] ?? '';
