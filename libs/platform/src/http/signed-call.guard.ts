import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CallSigner } from '../call-signing.js';
import { unauthorized } from './problem.js';

/** Lets in only calls that one of our own services signed: 401 otherwise, before the body is parsed. */
@Injectable()
export class SignedCallGuard implements CanActivate {
  constructor(private readonly signer: CallSigner) {}

  canActivate(context: ExecutionContext): boolean {
    const { body, headers } = context.switchToHttp().getRequest<FastifyRequest<{ Body: unknown }>>();
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    if (!this.signer.isSigned(bytes, headers)) throw unauthorized('This port takes signed calls only.');
    return true;
  }
}
