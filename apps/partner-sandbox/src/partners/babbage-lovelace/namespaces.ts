/** The names that B's messages are made of (partners.md B.1). */

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const ACORD = 'urn:babbage-lovelace:pcs-like:1';
export const ERRORS = 'urn:babbage-lovelace:errors:1';

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const WSSE = `${WSS}-wssecurity-secext-1.0.xsd`;
export const WSU = `${WSS}-wssecurity-utility-1.0.xsd`;
export const PASSWORD_DIGEST = `${WSS}-username-token-profile-1.0#PasswordDigest`;
export const PASSWORD_TEXT = `${WSS}-username-token-profile-1.0#PasswordText`;
export const BASE64_BINARY = `${WSS}-soap-message-security-1.0#Base64Binary`;
