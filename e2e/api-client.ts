import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type AnswerView, type QuoteResult, quoteResult, quoteTask } from '@app/contracts';

/** A customer of the running stack. */
export interface Customer {
  /** Asks for example m1 with another plate; resolves with the id once the request is accepted. */
  ask(registrationNumber: string): Promise<string>;
  /** The result once it is complete. Rejects when it is not complete in time. */
  result(id: string, withinMs?: number): Promise<QuoteResult>;
}

const m1 = JSON.parse(readFileSync(new URL('../libs/contracts/examples/m1.json', import.meta.url), 'utf8'));

export function customerOf({ api, key }: { api: string; key: string }): Customer {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return {
    async ask(registrationNumber) {
      const body = JSON.stringify({ ...m1, risk: { ...m1.risk, registrationNumber } });
      const response = await fetch(`${api}/v1/quote-requests`, { method: 'POST', headers, body });
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

/** What a row comes down to: its total, its decline codes, or its error category. */
export function gist({ status, offers, declines, error }: AnswerView): string {
  const [offer] = offers;
  const detail = offer?.premium.totalMinor ?? declines[0]?.code ?? error?.category ?? '';
  return `${status} ${detail}`.trim();
}
