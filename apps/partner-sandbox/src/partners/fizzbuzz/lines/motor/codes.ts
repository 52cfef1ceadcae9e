export const PLANS = ['BASIC', 'PLUS', 'MAX'] as const;
export type MotorPlan = (typeof PLANS)[number];

/** Third-party cover alone is not sold. */
export const COVERS = ['FULL', 'OD_ONLY'] as const;
export type Cover = (typeof COVERS)[number];
