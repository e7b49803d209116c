import { type Command } from 'commander';
import { type Administrator, LinkLookup, LinkRules } from 'nestjs-drawbridge/application-links';
import { type Find } from '../host/command-host.js';
import { allLinks } from '../links/all-links.js';
import { exitCodes, Failure } from '../output/failure.js';
import { failureOf } from '../output/failure-of.js';
import { act, changing, type ChangeOptions, type CommandLine } from '../program/command-line.js';
import { applied, plannedWords, type ToldChange } from './applied-change.js';
import { checkedLinks } from './checked-links.js';
import { fileText, parseLinkFile } from './link-file.js';
import { type Plan, planOf } from './plan.js';
import { changeLines, countLine } from './plan-words.js';
import { SecretsFolder } from './secrets-folder.js';

interface ApplyOptions extends ChangeOptions {
  readonly dryRun?: true;
  readonly prune?: true;
  readonly secretsDir?: string;
}

/** `links apply` */
export function addApplyCommand(links: Command, line: CommandLine): void {
  changing(links.command('apply'))
    .description('make the links be as a file says; a second run finds nothing to do. Never changes a secret')
    .argument('<file>', 'YAML or JSON with a list of links; - reads standard input')
    .option('--dry-run', 'only say what would be done; ends with 3 when that is something')
    .option('--prune', 'delete every link that the file does not mention')
    .option('--secrets-dir <folder>', 'write the secret of each new link to a file there, and do not print it')
    .action((file: string, options: ApplyOptions) => apply(line, file, options));
}

async function apply(line: CommandLine, file: string, options: ApplyOptions): Promise<void> {
  const text = await fileText(file);
  const name = file === '-' ? 'Standard input' : file;
  await act(line, options, async ({ get }, by) => {
    const plan = await planFor(get, { name, text }, options.prune === true);
    if (options.dryRun) {
      tell(line, options, plan, plan.changes.map(plannedWords));
      if (plan.changes.length > 0) process.exitCode = exitCodes.wouldChange;
      return;
    }
    await make(line, options, plan, { get, by });
  });
}

async function planFor(get: Find, { name, text }: { name: string; text: string }, prune: boolean): Promise<Plan> {
  const { links, problems } = await checkedLinks(parseLinkFile(text), get(LinkRules));
  if (problems.length > 0) throw new Failure('invalid', `${name} cannot be applied. Nothing was done.`, problems);
  const present = await allLinks(get(LinkLookup), { query: '', start: 0, limit: Infinity });
  if (prune && links.length === 0 && present.links.length > 0)
    throw new Failure(
      'invalid',
      `${name} mentions no link, and with --prune every link would be deleted. Nothing was done.`,
    );
  const plan = planOf(links, present.links, prune);
  if (plan.problems.length > 0)
    throw new Failure('conflict', `${name} cannot be applied. Nothing was done.`, plan.problems);
  return plan;
}

/** One link after the other, each whole or not at all. What was done is told even when one fails: it may hold a secret. */
async function make(
  line: CommandLine,
  options: ApplyOptions,
  plan: Plan,
  { get, by }: { readonly get: Find; readonly by: Administrator },
): Promise<void> {
  const secrets = options.secretsDir === undefined ? null : new SecretsFolder(options.secretsDir);
  const done: ToldChange[] = [];
  try {
    for (const change of plan.changes) done.push(await applied(get, by, change, secrets));
  } catch (error) {
    const failure = failureOf(error);
    const rest = plan.changes[done.length];
    const where = rest ? `'${plannedWords(rest).name}': ` : '';
    const sentence = `${where}${failure.message} ${done.length.toString()} of ${plan.changes.length.toString()} changes were made; apply the file again.`;
    throw new Failure(failure.kind, sentence, failure.problems, { cause: error });
  } finally {
    tell(line, options, plan, done);
  }
}

function tell({ out }: CommandLine, { json, dryRun }: ApplyOptions, plan: Plan, changes: readonly ToldChange[]): void {
  const { unchanged, others } = plan;
  if (json) return out.json({ dryRun: dryRun === true, changes, unchanged, others });
  for (const change of changes) out.lines(...changeLines(change));
  out.lines(countLine(changes, plan, dryRun === true));
}
