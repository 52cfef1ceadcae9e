import type { Ids } from '../../state/ids.js';
import type { Problem } from '../../wire/check-body.js';
import { fieldPath } from '../../wire/field-path.js';
import { jsonReply, type Reply } from '../../wire/reply.js';
import { ELEVENTH_HOUR } from './identity.js';
import { FIELD_CODES } from './wire-forms.js';

/** E's error bodies: a list of errors and a trace (partners.md E.1, E.6). */

interface EleventhHourError {
  readonly code: string;
  readonly target: string | null;
  readonly detail: string;
}

const REFUSALS = {
  'EH-4010': { status: 401, detail: 'unknown API key' },
  'EH-4040': { status: 404, detail: 'not found' },
  'EH-4100': { status: 410, detail: 'result no longer kept' },
  'EH-4290': { status: 429, detail: 'too many requests' },
  'EH-5030': { status: 503, detail: 'intake queue full' },
} as const satisfies Record<string, { status: number; detail: string }>;

export class Refusals {
  constructor(private readonly ids: Ids) {}

  refuse(code: keyof typeof REFUSALS, headers: Readonly<Record<string, string>> = {}): Reply {
    const { status, detail } = REFUSALS[code];
    return this.#reply(status, [{ code, target: null, detail }], headers);
  }

  tooMany(seconds: number): Reply {
    return this.refuse('EH-4290', { 'retry-after': String(seconds) });
  }

  /** All that is wrong with a body. */
  invalid(problems: readonly Problem[]): Reply {
    const errors = problems.map(({ path, code, message }) => ({ code, target: fieldPath(path), detail: message }));
    return this.#reply(400, errors);
  }

  /** A body that is not a JSON object has no field to point at. */
  notJson(): Reply {
    return this.#reply(400, [{ code: FIELD_CODES.form, target: null, detail: 'not a JSON object' }]);
  }

  #reply(status: number, errors: readonly EleventhHourError[], headers: Readonly<Record<string, string>> = {}): Reply {
    return jsonReply(status, { errors, traceId: `tr-${this.ids.next(`${ELEVENTH_HOUR.id} trace`)}` }, headers);
  }
}
