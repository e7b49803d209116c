import { type Administrator, LinkLookup, LinksService } from 'nestjs-drawbridge/application-links';
import { type Find } from '../host/command-host.js';
import { Failure } from '../output/failure.js';
import { type PlannedChange } from './plan.js';
import { type SecretsFolder } from './secrets-folder.js';

/** A step as it is told, planned or done. Holds a secret only where one was made and no folder was named for it. */
export interface ToldChange {
  readonly action: PlannedChange['action'];
  readonly name: string;
  /** `null` for a link that is yet to be made. */
  readonly id: string | null;
  readonly clientId: string | null;
  readonly before?: object;
  readonly after?: object;
  readonly clientSecret?: string | null;
  readonly secretFile?: string;
}

/** A step that is not done yet. */
export function plannedWords(change: PlannedChange): ToldChange {
  if (change.action === 'create') {
    const after = Object.fromEntries(Object.entries(change.wanted).filter(([field]) => field !== 'version'));
    return { action: 'create', name: change.wanted.name, id: null, clientId: null, after };
  }
  const { id, clientId, client } = change.link;
  const told = { action: change.action, name: client.name, id, clientId };
  return change.action === 'update' ? { ...told, before: change.diff.before, after: change.diff.after } : told;
}

/**
 * Does one step.
 *
 * @throws StaleLinkException and Failure when the link was changed since the plan was made, and what the services throw
 */
export async function applied(
  get: Find,
  by: Administrator,
  change: PlannedChange,
  secrets: SecretsFolder | null,
): Promise<ToldChange> {
  const told = plannedWords(change);
  if (change.action === 'update') {
    await get(LinksService).update(by, change.link.id, change.wanted);
    return told;
  }
  if (change.action === 'delete') {
    const { id, version, client } = change.link;
    if ((await get(LinkLookup).find(id)).version !== version)
      throw new Failure('conflict', `'${client.name}' was changed meanwhile, so it was not deleted.`);
    await get(LinksService).remove(by, id);
    return told;
  }
  const { link, clientSecret } = await get(LinksService).create(by, change.wanted);
  const made = { ...told, id: link.id, clientId: link.clientId };
  if (secrets === null || clientSecret === null) return { ...made, clientSecret };
  const credentials = { name: change.wanted.name, clientId: link.clientId, clientSecret };
  return { ...made, secretFile: secrets.write(credentials) };
}
