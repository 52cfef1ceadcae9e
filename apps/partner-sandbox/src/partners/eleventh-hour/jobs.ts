import type { Magic } from '../../magic/magic-values.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import { cutInHalf, jsonReply, type Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import type { Refusals } from './errors.js';
import type { KeyedAnswer } from './gate.js';

/** Work that E has accepted (partners.md E.3, E.5). */
export interface Job {
  readonly jobId: string;
  readonly externalRef: string | null;
  readonly magic: Magic;
  /** Null for a job that runs for ever. */
  readonly completion: { readonly atMs: number; readonly result: object } | null;
  /** Half of the answer is missing once the job is done. */
  readonly cutWhenDone: boolean;
}

export interface JobKeeping {
  /** How long a result is told after completion. */
  readonly resultMs: number;
  /** How long it is told that there was a job. */
  readonly jobMs: number;
}

/** Polls of one job come once a second; a little less is forgiven (errata 6). */
const POLL_PAUSE_MS = 900;
const POLL_AFTER_MS = 1_000;

interface Kept {
  readonly job: Job;
  answeredAtMs: number;
}

/** The jobs of one endpoint. */
export class Jobs {
  readonly #kept: ExpiringMap<Kept>;

  constructor(
    private readonly world: World,
    private readonly refusals: Refusals,
    private readonly statusPath: string,
    private readonly keeping: JobKeeping,
    private readonly limitsPolls: boolean,
  ) {
    this.#kept = new ExpiringMap(world.now);
  }

  /** Keeps the job and tells where to ask for it. */
  accept(job: Job): Reply {
    const { jobId } = job;
    const kept = { job, answeredAtMs: Number.NEGATIVE_INFINITY };
    this.#kept.set(jobId, kept, this.world.now().getTime() + this.keeping.jobMs);
    const statusUrl = `${this.statusPath}/${jobId}`;
    const body = { jobId, state: 'QUEUED', statusUrl, pollAfterMs: POLL_AFTER_MS };
    return jsonReply(202, body, { location: statusUrl, 'retry-after': '1' });
  }

  /** `GET …/{jobId}`. */
  readonly poll: KeyedAnswer = ({ params, note }) => {
    const kept = this.#kept.get(params.jobId ?? '');
    if (kept === undefined) return this.refusals.refuse('EH-4040');
    note({ reference: kept.job.externalRef, magic: kept.job.magic.number });
    const nowMs = this.world.now().getTime();
    if (this.limitsPolls && nowMs - kept.answeredAtMs < POLL_PAUSE_MS) return this.refusals.tooMany(1);
    kept.answeredAtMs = nowMs;
    return this.#state(kept.job, nowMs);
  };

  #state({ jobId, completion, cutWhenDone }: Job, nowMs: number): Reply {
    if (completion === null || nowMs < completion.atMs)
      return jsonReply(200, { jobId, state: 'RUNNING', pollAfterMs: POLL_AFTER_MS });
    if (nowMs >= completion.atMs + this.keeping.resultMs) return this.refusals.refuse('EH-4100');
    const done = jsonReply(200, { jobId, state: 'DONE', result: completion.result });
    return cutWhenDone ? cutInHalf(done) : done;
  }
}
