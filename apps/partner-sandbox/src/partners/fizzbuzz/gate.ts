import { ok, type Result, refused } from '@app/domain';
import type { PartnerCall } from '../../wire/partner-call.js';
import { emptyReply, type Reply } from '../../wire/reply.js';

/** Whom F knows: by the URI in a certificate, or by the published sandbox bearer (partners.md F.1). */
const PARTNER_OF_URI: ReadonlyMap<string, string> = new Map([['urn:fizzbuzz:partner:market', 'market']]);
const PARTNER_OF_BEARER: ReadonlyMap<string, string> = new Map([['fzb-sandbox-market', 'market']]);

const BEARER = /^Bearer +(\S+)$/i;

/** The partner that calls; where the listener asked for a certificate, nothing else counts. */
export function callingPartner(call: PartnerCall): Result<string, Reply> {
  if (call.certifiedUris !== null) {
    const [partner] = call.certifiedUris.flatMap((uri) => PARTNER_OF_URI.get(uri) ?? []);
    return partner === undefined ? refused(emptyReply(403)) : ok(partner);
  }
  const [, bearer = ''] = BEARER.exec(call.header('authorization') ?? '') ?? [];
  const partner = PARTNER_OF_BEARER.get(bearer);
  return partner === undefined ? refused(emptyReply(401)) : ok(partner);
}
