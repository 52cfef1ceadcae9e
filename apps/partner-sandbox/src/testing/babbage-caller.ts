import { passwordDigest } from '../partners/babbage-lovelace/password-digest.js';
import { parseXml, type XmlElement } from '../partners/babbage-lovelace/xml.js';
import { carQuote } from './babbage-messages.js';
import { type HttpAnswer, send } from './http-answer.js';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const ACORD = 'urn:babbage-lovelace:pcs-like:1';
const PASSWORD = 'S4ndbox-Loom!';

export const QUOTE_INQ = 'urn:bl:QuoteInq';
export const POLICY_ADD = 'urn:bl:PolicyAdd';
export const POLICY_INQ = 'urn:bl:PolicyInq';

/** What a test may get wrong on purpose in the username token. */
export interface TokenWishes {
  readonly username?: string;
  readonly password?: string;
  readonly type?: string;
  readonly nonce?: string;
  readonly created?: string;
}

/** One answer of B, with its document read. */
export interface SoapAnswer extends HttpAnswer {
  readonly xml: string;
  /** The text of the first element of a local name, wherever it stands. */
  first(name: string): string | undefined;
  /** The texts of all of them, in the order of the document. */
  all(name: string): string[];
}

function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

function soapAnswer(answer: HttpAnswer): SoapAnswer {
  const root = parseXml(answer.bytes);
  const elements = root === undefined ? [] : [...descendants(root)];
  const all = (name: string) => elements.filter((element) => element.name === name).map(({ text }) => text);
  return { ...answer, xml: answer.bytes.toString(), all, first: (name) => all(name)[0] };
}

/** Calls B as a client would, with a fresh nonce each time. */
export class BabbageCaller {
  #nonce = 0;

  constructor(
    private readonly url: string,
    private readonly now: () => Date,
  ) {}

  securityHeader(wishes: TokenWishes = {}): string {
    this.#nonce += 1;
    const {
      created = this.now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      username = 'market-sbx',
    } = wishes;
    const { nonce = Buffer.from(`nonce-${this.#nonce}`).toString('base64') } = wishes;
    const { password = passwordDigest(Buffer.from(nonce, 'base64'), created, PASSWORD), type = 'PasswordDigest' } =
      wishes;
    return (
      `<wsse:Security soapenv:mustUnderstand="1" xmlns:wsse="${WSS}-wssecurity-secext-1.0.xsd" ` +
      `xmlns:wsu="${WSS}-wssecurity-utility-1.0.xsd"><wsse:UsernameToken><wsse:Username>${username}</wsse:Username>` +
      `<wsse:Password Type="${WSS}-username-token-profile-1.0#${type}">${password}</wsse:Password>` +
      `<wsse:Nonce EncodingType="${WSS}-soap-message-security-1.0#Base64Binary">${nonce}</wsse:Nonce>` +
      `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken></wsse:Security>`
    );
  }

  envelope(content: string, security = this.securityHeader()): string {
    return (
      `<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Header>${security}</soapenv:Header>` +
      `<soapenv:Body><ACORD xmlns="${ACORD}">${content}</ACORD></soapenv:Body></soapenv:Envelope>`
    );
  }

  /** Sends a whole document as it is. */
  async post(
    document: string | Buffer,
    action: string,
    headers: Record<string, string> = {},
    signal: AbortSignal | null = null,
  ): Promise<SoapAnswer> {
    const all = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"`, ...headers };
    const init = { method: 'POST', headers: all, body: document, signal };
    return soapAnswer(await send(`${this.url}/services/AcordGateway`, init));
  }

  quote(content = carQuote(), signal: AbortSignal | null = null): Promise<SoapAnswer> {
    return this.post(this.envelope(content), QUOTE_INQ, {}, signal);
  }

  async quoteNumber(content = carQuote()): Promise<string> {
    return (await this.quote(content)).first('CompanysQuoteNumber') ?? '';
  }

  add(content: string): Promise<SoapAnswer> {
    return this.post(this.envelope(content), POLICY_ADD);
  }

  inquire(content: string): Promise<SoapAnswer> {
    return this.post(this.envelope(content), POLICY_INQ);
  }
}
