import { createHash } from 'node:crypto';
import type { ReceivedCall } from '@app/partner-kit/testing';

/** The text of the first element of this name, whatever its prefix. */
export const textOf = (body: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`).exec(body)?.[1] ?? '';

const ACTIONS = /^"urn:bl:(?:QuoteInq|PolicyAdd|PolicyInq)"$/;

/** Checks a call as B does, from the text of partners.md B.1 alone. */
export function isSigned({ body, headers }: ReceivedCall): boolean {
  const [nonce, created] = [textOf(body, 'Nonce'), textOf(body, 'Created')];
  const digest = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(`${created}S4ndbox-Loom!`)
    .digest('base64');
  return (
    textOf(body, 'Username') === 'market-sbx' &&
    textOf(body, 'Password') === digest &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created) &&
    body.includes('mustUnderstand="1"') &&
    ACTIONS.test(headers.soapaction ?? '')
  );
}
