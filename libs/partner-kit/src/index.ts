export type { AdapterTools } from './adapter/adapter-tools.js';
export { definePartnerAdapter } from './adapter/define-partner-adapter.js';
export type { QuoteLine } from './adapter/quote-line.js';
export { baseUrlSetting, sealingKeySetting, secretSetting } from './adapter/settings.js';
export { ClientCredentials } from './auth/client-credentials.js';
export { codeWord, partnerRefusal } from './errors/partner-refusal.js';
export { PartnerHttp } from './http/partner-http.js';
export { isSuccess, type PartnerResponse } from './http/partner-response.js';
export { hundredths, parseExactNumbers } from './json/exact-number.js';
export { readJson } from './json/read-json.js';
export {
  adjusted,
  factsNobodyTakes,
  insuredValueAdjustment,
  pricedAddOns,
  settleAddOns,
} from './replies/motor-adjustments.js';
export { type OfferStamp, stampOffer } from './replies/offer-stamp.js';
export { declined, failed, offered, partnerDecline, type ReplyOffer, unsupported } from './replies/quote-replies.js';
