import { type Command } from 'commander';
import {
  InvalidLinkException,
  LinkForm,
  LinkRules,
  LinksService,
  NameTakenException,
  type CheckedLink,
  type GivenFields,
  type NewLink,
  problemsJson,
} from 'nestjs-drawbridge/application-links';
import { type Find } from '../host/command-host.js';
import { Failure } from '../output/failure.js';
import { several, wholeNumber } from '../program/arguments.js';
import { act, changing, type ChangeOptions, type CommandLine } from '../program/command-line.js';
import { linkAnswer } from './link-answers.js';
import { withSecretFile } from './secret-file.js';

interface CreateOptions extends ChangeOptions {
  readonly name: string;
  readonly redirectUri?: readonly string[];
  readonly scope?: readonly string[];
  readonly description?: string;
  readonly public?: true;
  readonly disabled?: true;
  readonly pkceRequired?: true;
  readonly plainPkceAllowed?: true;
  readonly mayIntrospectAll?: true;
  readonly rememberConsent?: true;
  readonly accessTokenSeconds?: number;
  readonly refreshTokenSeconds?: number;
  readonly familySeconds?: number;
  readonly secretFile?: string;
}

const optionOf: Readonly<Record<string, string>> = {
  redirectUris: '--redirect-uri',
  scopes: '--scope',
  clientType: '--public',
  enabled: '--disabled',
};

const seconds = wholeNumber(1, 10 * 366 * 86_400);

/** `links create` */
export function addCreateCommand(links: Command, line: CommandLine): void {
  changing(links.command('create'))
    .description('let an external application in; prints its secret')
    .requiredOption('--name <name>', 'how administrators and people know it')
    .option('--redirect-uri <url>', 'where people are sent back to; may be repeated', several)
    .option('--scope <scope>', 'READ, WRITE, ADMIN or SYSTEM_ADMIN; may be repeated', several)
    .option('--description <text>', 'for administrators')
    .option('--public', 'an application that cannot keep a secret')
    .option('--disabled', 'let nothing of it in until it is enabled')
    .option('--pkce-required', 'ask for a code challenge')
    .option('--plain-pkce-allowed', 'allow a code challenge that is the verifier itself')
    .option('--may-introspect-all', 'let it ask about every access token')
    .option('--remember-consent', 'do not ask a person again in the same browser')
    .option('--access-token-seconds <seconds>', "how long its access tokens last; else the host's own", seconds)
    .option('--refresh-token-seconds <seconds>', 'the same for its refresh tokens', seconds)
    .option('--family-seconds <seconds>', 'the same for a whole sign-in', seconds)
    .option('--secret-file <file>', 'write the secret to this new file, which only you can read, and do not print it')
    .action((options: CreateOptions) => create(line, options));
}

async function create(line: CommandLine, options: CreateOptions): Promise<void> {
  const { secretFile: path } = options;
  await act(line, options, async ({ get }, by) => {
    const wanted = await checked(get, options);
    const make = (): Promise<NewLink> => named(() => get(LinksService).create(by, wanted));
    if (path === undefined || wanted.clientType === 'public') return tell(line, get, options, await make());
    await withSecretFile(path, async (write) => {
      const made = await make();
      if (made.clientSecret !== null)
        write({ name: wanted.name, clientId: made.link.clientId, clientSecret: made.clientSecret });
      tell(line, get, options, { ...made, clientSecret: null });
    });
  });
}

function tell({ out }: CommandLine, get: Find, { json }: CreateOptions, { link, clientSecret }: NewLink): void {
  const { redirectUris, scopes, type } = link.client;
  const credentials = { clientId: link.clientId, clientSecret, redirectUris, scopes };
  if (json) return out.json({ ...linkAnswer(get, link), credentials });
  const secret = clientSecret ?? (type === 'public' ? 'none, it is public' : 'in the file');
  out.facts([
    ['Created', link.client.name],
    ['Link ID', link.id],
    ['Client ID', link.clientId],
    ['Client secret', secret],
  ]);
}

async function checked(get: Find, options: CreateOptions): Promise<CheckedLink> {
  const { scope = [], redirectUri = [], public: isPublic, disabled, ...rest } = options;
  const given: GivenFields = {
    ...rest,
    scopes: scope.flatMap((each) => each.split(/[\s,]+/)),
    redirectUris: redirectUri,
    clientType: isPublic ? 'public' : 'confidential',
    enabled: !disabled,
    version: 1,
  };
  return named(async () => new LinkForm(given, get(LinkRules)).check());
}

/** Says which option is wrong, where a field is. */
async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidLinkException || error instanceof NameTakenException)) throw error;
    const problems = problemsJson(error.problems).map(({ field, message }) => ({ field: optionFor(field), message }));
    const kind = error instanceof NameTakenException ? 'conflict' : 'usage';
    throw new Failure(kind, 'The link was not created.', problems, { cause: error });
  }
}

const optionFor = (field: string): string =>
  optionOf[field] ?? `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
