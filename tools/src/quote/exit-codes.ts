/** How the command ends. */
export const EXIT = {
  COMPLETED: 0,
  FAILED: 1,
  BAD_ARGUMENTS: 2,
  NO_STACK: 3,
  PRICE_CHANGED: 4,
  INTERRUPTED: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
