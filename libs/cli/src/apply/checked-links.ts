import {
  type CheckedLink,
  InvalidLinkException,
  LinkForm,
  type LinkRules,
  nameKeyOf,
  problemsJson,
} from 'nestjs-drawbridge/application-links';
import { type Problem } from '../output/failure.js';
import { type LinkFile, type WantedLink } from './link-file.js';

/** A link of a file that passed the checks of the page's form. */
export interface FileLink {
  readonly source: WantedLink;
  readonly settings: CheckedLink;
  /** Whether the file says if it is enabled; else that stays as it is. */
  readonly saysEnabled: boolean;
}

/** The links of a file that are right, and everything that is wrong with the others. */
export async function checkedLinks(
  { links, problems }: LinkFile,
  rules: LinkRules,
): Promise<{ readonly links: readonly FileLink[]; readonly problems: readonly Problem[] }> {
  const checks = await Promise.all(links.map((source) => checked(source, rules)));
  const right = checks.flatMap(({ link }) => (link ? [link] : []));
  const all = [...problems, ...checks.flatMap((check) => check.problems), ...repeatedNames(right)];
  return { links: right, problems: all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

async function checked(
  source: WantedLink,
  rules: LinkRules,
): Promise<{ readonly link?: FileLink; readonly problems: readonly Problem[] }> {
  const { fields, lineOf } = source;
  const saysEnabled = fields.enabled !== undefined && fields.enabled !== null;
  try {
    const form = new LinkForm({ ...fields, version: 1 }, rules).check();
    const settings = { ...form, pkceRequired: form.pkceRequired || form.clientType === 'public' };
    return { link: { source, settings, saysEnabled }, problems: [] };
  } catch (error) {
    if (!(error instanceof InvalidLinkException)) throw error;
    return { problems: problemsJson(error.problems).map((problem) => ({ line: lineOf(problem.field), ...problem })) };
  }
}

function repeatedNames(links: readonly FileLink[]): readonly Problem[] {
  const lines = new Map<string, number>();
  return links.flatMap(({ source, settings }) => {
    const key = nameKeyOf(settings.name);
    const line = source.lineOf('name');
    const before = lines.get(key);
    lines.set(key, before ?? line);
    if (before === undefined) return [];
    return [{ line, field: 'name', message: `The link on line ${before.toString()} has this name already.` }];
  });
}
