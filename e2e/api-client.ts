import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type AnswerView, type QuoteResult, quoteResult, quoteTask } from '@app/contracts';

export interface Question {
  /** A worked example of rating.md [m1]. */
  readonly example?: string;
  /** Another registration number than the example's. */
  readonly plate?: string;
}

/** A customer of the running stack. */
export interface Customer {
  /** Resolves with the id once the request is accepted. */
  ask(question: Question): Promise<string>;
  /** The result once it is complete. Rejects when it is not complete in time. */
  result(id: string, withinMs?: number): Promise<QuoteResult>;
}

function bodyOf({ example = 'm1', plate }: Question): string {
  const file = new URL(`../libs/contracts/examples/${example}.json`, import.meta.url);
  const body = JSON.parse(readFileSync(file, 'utf8'));
  if (plate === undefined) return JSON.stringify(body);
  return JSON.stringify({ ...body, risk: { ...body.risk, registrationNumber: plate } });
}

export function customerOf({ api, key }: { api: string; key: string }): Customer {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return {
    async ask(question) {
      const response = await fetch(`${api}/v1/quote-requests`, { method: 'POST', headers, body: bodyOf(question) });
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
      return quoteTask.parse(await response.json()).id;
    },
    async result(id, withinMs = 40_000) {
      const until = Date.now() + withinMs;
      while (Date.now() < until) {
        const read = await fetch(`${api}/v1/quote-requests/${id}/quotes`, { headers }).catch(() => undefined);
        if (read?.ok) {
          const result = quoteResult.parse(await read.json());
          if (result.status === 'COMPLETED') return result;
        }
        await delay(100);
      }
      throw new Error(`Quote request ${id} is not complete after ${withinMs} ms`);
    },
  };
}

/** The row of one partner. */
export function rowOf(result: QuoteResult, partner: string): AnswerView {
  const row = result.answers.find((answer) => answer.partner === partner);
  if (row === undefined) throw new Error(`No row for ${partner}`);
  return row;
}

/** What a row comes down to: its lowest total, its decline code, or its error category. */
export function gist({ status, offers, declines, error }: AnswerView): string {
  const cheapest = offers.length === 0 ? undefined : Math.min(...offers.map(({ premium }) => premium.totalMinor));
  const detail = cheapest ?? declines[0]?.code ?? error?.category ?? '';
  return `${status} ${detail}`.trim();
}
