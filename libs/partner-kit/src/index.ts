export type { AdapterTools } from './adapter/adapter-tools.js';
export { type AdapterServices, definePartnerAdapter, type PartnerAdapter } from './adapter/define-partner-adapter.js';
export type { PartnerWebhook, PushedCall } from './adapter/partner-webhook.js';
export type { MotorLine, MotorRequest, QuoteLine } from './adapter/quote-line.js';
export {
  baseUrlSetting,
  optionalSecretSetting,
  optionalUrlSetting,
  sealingKeySetting,
  secretSetting,
} from './adapter/settings.js';
export { ClientCredentials } from './auth/client-credentials.js';
export { failure } from './errors/canonical-failure.js';
export { codedFailure } from './errors/coded-failure.js';
export { codeWord, partnerRefusal } from './errors/partner-refusal.js';
export { type ClientCertificate, PartnerHttp, type PartnerRequest } from './http/partner-http.js';
export { isSuccess, type PartnerResponse } from './http/partner-response.js';
export { ID_IN_PATH } from './issuance/id-in-path.js';
export { noSuchDocument } from './issuance/no-such-document.js';
export type { DocumentBytes, NotIssued, PartnerPolicies, PolicyOrder } from './issuance/partner-policies.js';
export { pdfBytes } from './issuance/pdf-bytes.js';
export { adopt, type PolicyIssued, policyIssued } from './issuance/policy-issued.js';
export { policySchedule } from './issuance/policy-schedule.js';
export { unwritable } from './issuance/unwritable.js';
export { unsaid, withoutPolicy } from './issuance/without-policy.js';
export { checkDocument } from './json/check-document.js';
export { hundredths, parseExactNumbers } from './json/exact-number.js';
export { readJson } from './json/read-json.js';
export { LateAnswers, type UnansweredCall } from './late-answers/late-answers.js';
export { postTo } from './late-answers/post-answer.js';
export { endedEarlier, isWorthAsking, whileAnybodyWaits } from './limits/call-time.js';
export { type LimitsParts, openLimits, type ShareLimits, unlimited } from './limits/open-limits.js';
export { adjusted, leftOut, nextHigher } from './replies/adjustments.js';
export {
  factsNobodyTakes,
  insuredValueAdjustment,
  pricedAddOns,
  settleAddOns,
} from './replies/motor-adjustments.js';
export { type OfferStamp, stampOffer } from './replies/offer-stamp.js';
export { declined, failed, offered, partnerDecline, type ReplyOffer, unsupported } from './replies/quote-replies.js';
export { parseXml } from './xml/parse-xml.js';
export { anyNumber, atMostOne, one, type PlainXml, plainXml } from './xml/plain-xml.js';
export { readSoap, SOAP_NAMESPACE, type SoapContent, type SoapFault, soapEnvelope } from './xml/soap.js';
export { securityHeader, type UsernameToken, WSSE_NAMESPACE, WSU_NAMESPACE } from './xml/username-token.js';
export { writeXml } from './xml/write-xml.js';
export { childrenOf, elementsOf, isNamed, type XmlElement } from './xml/xml-element.js';
