import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from './problem.js';

/** The body as JSON, from the bytes that arrived; 400 `malformed-json` when it is none. */
@Injectable()
export class JsonBodyPipe implements PipeTransform<unknown, unknown> {
  transform(body: unknown): unknown {
    try {
      return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
    } catch {
      throw new ProblemException(400, 'malformed-json', 'The body is not JSON.');
    }
  }
}
