import {
  type ApplicationLink,
  type CheckedLink,
  linkDiff,
  type LinkDiff,
  nameKeyOf,
  settingsOf,
} from 'nestjs-drawbridge/application-links';
import { type Problem } from '../output/failure.js';
import { type FileLink } from './checked-links.js';

/** One step from what is there to what a file wants. */
export type PlannedChange =
  | { readonly action: 'delete'; readonly link: ApplicationLink }
  | { readonly action: 'update'; readonly link: ApplicationLink; readonly wanted: CheckedLink; readonly diff: LinkDiff }
  | { readonly action: 'create'; readonly wanted: CheckedLink };

/** What applying a file does, in the order in which it is done, and what keeps it from being done. */
export interface Plan {
  readonly changes: readonly PlannedChange[];
  /** How many links are as the file wants them. */
  readonly unchanged: number;
  /** How many links the file does not mention and nothing is done to. */
  readonly others: number;
  readonly problems: readonly Problem[];
}

/** Compares a file with the links that are there. With `prune`, links that it does not mention are deleted. */
export function planOf(wanted: readonly FileLink[], present: readonly ApplicationLink[], prune: boolean): Plan {
  const byName = new Map(present.map((link) => [nameKeyOf(link.client.name), link]));
  const problems: Problem[] = [];
  const matches = wanted.map((each) => ({ each, link: matchOf(each, byName, problems) }));
  const mentioned = new Set(matches.map(({ link }) => link?.id));
  const unmentioned = present.filter(({ id }) => !mentioned.has(id));
  const steps = matches.map(({ each, link }) => (link ? updateOf(each, link, problems) : creationOf(each)));
  const deletions = prune ? unmentioned.map((link): PlannedChange => ({ action: 'delete', link })) : [];
  const updates = steps.filter((step) => step?.action === 'update');
  const creations = steps.filter((step) => step?.action === 'create');
  return {
    // Names become free before others take them.
    changes: [...deletions, ...updates, ...creations],
    unchanged: steps.filter((step) => step === null).length,
    others: unmentioned.length - deletions.length,
    problems,
  };
}

/** The link that an entry is about: by its name, else by the name it had. */
function matchOf(
  { source, settings }: FileLink,
  byName: ReadonlyMap<string, ApplicationLink>,
  problems: Problem[],
): ApplicationLink | undefined {
  const now = byName.get(nameKeyOf(settings.name));
  const { renamedFrom } = source;
  const before = renamedFrom === undefined ? undefined : byName.get(nameKeyOf(renamedFrom));
  if (now && before && now !== before) {
    const message = `There are both '${before.client.name}' and '${now.client.name}'. Take renamedFrom away, or delete or rename one of them.`;
    problems.push({ line: source.lineOf('renamedFrom'), field: 'renamedFrom', message });
  }
  return now ?? before;
}

const creationOf = ({ settings }: FileLink): PlannedChange => ({ action: 'create', wanted: settings });

function updateOf(
  { source, settings, saysEnabled }: FileLink,
  link: ApplicationLink,
  problems: Problem[],
): PlannedChange | null {
  const { clientType } = settings;
  if (clientType !== link.client.type) {
    const message = `'${link.client.name}' is ${link.client.type}, which cannot change. Delete it first, or give the new link another name.`;
    problems.push({ line: source.lineOf('clientType'), field: 'clientType', message });
  }
  const kept = { clientType: link.client.type, version: link.version };
  const wanted = { ...settings, ...kept, enabled: saysEnabled ? settings.enabled : link.client.enabled };
  const diff = linkDiff({ ...settingsOf(link), ...kept }, wanted);
  return diff && { action: 'update', link, wanted, diff };
}
