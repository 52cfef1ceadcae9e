import type { Application } from '@app/domain';
import { notFound } from '@app/platform';
import type { AccessTokens } from '../access/access-tokens.js';
import { mayRead } from '../access/may-read.js';
import type { Reader } from '../access/reader.js';
import type { ApplicationDesk } from '../applications/application-desk.js';

/** Lets a reader see what is theirs: what they applied for themselves, or what they have the capability of. */
export class ApplicationReaders {
  constructor(
    private readonly desk: Pick<ApplicationDesk, 'read'>,
    private readonly tokens: AccessTokens,
  ) {}

  /** Throws the same 404 for an application that is somebody else's and for one that does not exist. */
  async read({ id, client, token }: Reader): Promise<Application> {
    const application = await this.desk.read(id);
    if (application === undefined || !mayRead(application, client, token, this.tokens)) throw notFound();
    return application;
  }
}
