/** The partner that this process serves. */
export const PARTNER_ID = Symbol('partner id');
