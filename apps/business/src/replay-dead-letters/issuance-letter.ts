import { eventSchema, type IssuanceRequestedData, issuanceRequested } from '@app/contracts';

const schema = eventSchema(issuanceRequested);

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a message asks a partner to issue; undefined for one that breaks its schema, which is in vain to repeat. */
export const issuanceOf = (body: string): IssuanceRequestedData | undefined =>
  schema.safeParse(parsed(body)).data?.data;
