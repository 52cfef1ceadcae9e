import type { DeadLetterGroupView } from '@app/contracts';
import { z } from 'zod';

type Envelope = Pick<DeadLetterGroupView['messages'][number], 'type' | 'partner' | 'subject' | 'applicationId'>;

const text = z.string().max(200).nullable().catch(null);
const readable = z.object({
  type: text,
  subject: text,
  data: z.object({ partner: text, applicationId: text }).catch({ partner: null, applicationId: null }),
});
const NOTHING: z.infer<typeof readable> = { type: null, subject: null, data: { partner: null, applicationId: null } };

function read(body: string): z.infer<typeof readable> {
  try {
    return readable.catch(NOTHING).parse(JSON.parse(body));
  } catch {
    return NOTHING;
  }
}

/** What may be shown of a message, as far as it can be read: ids and names, never what it carries. */
export function envelopeOf(body: string, attributes: Readonly<Record<string, string>>): Envelope {
  const { type, subject, data } = read(body);
  return {
    type: type ?? attributes.type ?? null,
    partner: data.partner ?? attributes.partnerId ?? null,
    subject,
    applicationId: data.applicationId,
  };
}
