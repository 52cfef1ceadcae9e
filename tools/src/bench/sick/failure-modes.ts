/** How a partner can be ill, as the sandbox's control side takes it (apps/partner-sandbox/README.md). */
export const FAILURE_MODES = {
  down: { mode: 'down' },
  hang: { mode: 'hang' },
  drip: { mode: 'drip' },
  reset: { mode: 'reset' },
  garbled: { mode: 'garbled' },
  'rate-limited': { mode: 'rate-limited' },
  flapping: { mode: 'flapping' },
  slow: { mode: 'slow' },
} as const satisfies Readonly<Record<string, { readonly mode: string }>>;

export type FailureMode = keyof typeof FAILURE_MODES;

export const isFailureMode = (name: string): name is FailureMode => Object.hasOwn(FAILURE_MODES, name);
