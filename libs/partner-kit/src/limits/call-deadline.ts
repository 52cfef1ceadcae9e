const deadlines = new WeakMap<AbortSignal, Date>();

/** A signal that aborts when one of these does, or at the deadline, and that can tell its deadline. */
export function signalUntil(deadline: Date, timeLeftMs: number, other: AbortSignal): AbortSignal {
  const signal = AbortSignal.any([other, AbortSignal.timeout(timeLeftMs)]);
  deadlines.set(signal, deadline);
  return signal;
}

/** When a call's signal will abort at the latest; undefined when it cannot tell. */
export const deadlineOf = (signal: AbortSignal): Date | undefined => deadlines.get(signal);
