export const PLANS = ['SILVER', 'GOLD', 'PLATINUM'] as const;
export type TravelPlan = (typeof PLANS)[number];
