import type { ConcurrencyLimit } from '../../limits/open-requests.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import type { Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import { result } from './errors.js';
import { type Form, readForm } from './form.js';

/** The published sandbox key (partners.md D.1). */
const API_KEYS: ReadonlySet<unknown> = new Set(['dbk-sandbox-77']);

/** A call whose sender is known, with its parameters read. */
export interface FormCall {
  readonly call: PartnerCall;
  readonly apiKey: string;
  readonly form: Form;
}

/** What every call passes first: the key, and the number of sessions that it has open (partners.md D.6, errata 4). */
export class Gate {
  constructor(private readonly sessions: ConcurrencyLimit) {}

  /** A call with a body has its parameters there, any other in the query. */
  guard(answer: (call: FormCall) => Reply): Answer {
    return async (call) => {
      const query = readForm(call.rawQuery);
      const apiKey = query.api_key;
      if (typeof apiKey !== 'string' || !API_KEYS.has(apiKey)) return result('40');
      if (!this.sessions.admits(apiKey, call)) return tooManySessions(call);
      const form = call.method === 'POST' ? readForm((await call.readBody()).toString('latin1')) : query;
      return answer({ call, apiKey, form });
    };
  }
}

/** At once: this call never got as far as being slow. */
function tooManySessions(call: PartnerCall): Reply {
  call.note({ quoteCalls: 0 });
  return result('98');
}
