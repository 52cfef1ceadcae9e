import { ProblemException } from '@app/platform';

export const UNAUTHORIZED = new ProblemException(401, 'unauthorized', 'Show your key: Authorization: Bearer <key>.', {
  headers: { 'www-authenticate': 'Bearer' },
});

export const FORBIDDEN = new ProblemException(403, 'forbidden', 'Your key does not open this.');

export const OVERLOADED = new ProblemException(503, 'overloaded', 'There is too much to do right now; try again.', {
  headers: { 'retry-after': '1' },
});

export const rateLimited = (retryAfterSeconds: number): ProblemException =>
  new ProblemException(429, 'rate-limited', 'You have used up what your plan allows for now.', {
    headers: { 'retry-after': String(retryAfterSeconds) },
  });

export const methodNotAllowed = (methods: readonly string[]): ProblemException =>
  new ProblemException(405, 'method-not-allowed', `This path takes ${methods.join(', ')}.`, {
    headers: { allow: methods.join(', ') },
  });
