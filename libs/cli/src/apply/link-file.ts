import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { type GivenFields, linkFields } from 'nestjs-drawbridge/application-links';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Document,
} from 'yaml';
import { Failure, type Problem } from '../output/failure.js';

/** One link as a file wants it. */
export interface WantedLink {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: GivenFields;
  /** The name it had before, in files that rename it. */
  readonly renamedFrom?: string;
  /** The line of a field, or of the link where it has none. */
  readonly lineOf: (field: string) => number;
}

/** What a file says, and what is wrong with how it says it. */
export interface LinkFile {
  readonly links: readonly WantedLink[];
  readonly problems: readonly Problem[];
}

const largest = 10_000_000;
const known: ReadonlySet<string> = new Set([...linkFields.filter((field) => field !== 'version'), 'renamedFrom']);

/** Reads a file, or standard input for `-`. @throws Failure when it cannot be read */
export async function fileText(path: string): Promise<string> {
  try {
    const text = path === '-' ? await textOf(process.stdin) : await readFile(path, 'utf8');
    if (text.length <= largest) return text;
  } catch (error) {
    throw new Failure('failed', `The file ${path} cannot be read: ${(error as Error).message}`, [], { cause: error });
  }
  throw new Failure('invalid', `The file ${path} is longer than ${largest.toString()} characters.`);
}

/** The links in a text in YAML 1.2 or JSON: `links:` and below it one entry each. */
export function parseLinkFile(text: string): LinkFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const problems = faults.map(({ message, pos }) => ({ line: lines.linePos(pos[0]).line, message }));
    return { links: [], problems };
  }
  return new Reading(document, lines).read();
}

class Reading {
  private readonly problems: Problem[] = [];

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  read(): LinkFile {
    return { links: this.links(), problems: this.problems };
  }

  private links(): readonly WantedLink[] {
    const { contents } = this.document;
    if (!isMap(contents)) return this.fail(contents, 'The file holds `links:` and below it one entry for each link.');
    const pairs = contents.items as readonly Pair[];
    for (const { key } of pairs)
      if (nameIn(key) !== 'links') this.fail(key, `There is no field '${nameIn(key)}' here; only 'links'.`);
    const list = this.resolved(contents.get('links', true));
    if (!isSeq(list)) return this.fail(list ?? contents, "'links' is a list, with one entry for each link.");
    return list.items.flatMap((item) => this.link(item));
  }

  private link(given: unknown): readonly WantedLink[] {
    const item = this.resolved(given);
    if (!isMap(item)) return this.fail(given, 'A link is given by fields such as name, redirectUris and scopes.');
    const line = this.lineAt(given);
    const lineOfField = new Map<string, number>();
    const fields: Record<string, unknown> = {};
    for (const { key, value } of item.items as readonly Pair[]) {
      const name = nameIn(key);
      lineOfField.set(name, this.lineAt(key));
      if (known.has(name)) fields[name] = this.plain(value, name);
      else this.fail(key, `A link has no field '${name}'. It has ${[...known].join(', ')}.`, name);
    }
    const { renamedFrom, ...rest } = fields;
    if (renamedFrom !== undefined && typeof renamedFrom !== 'string')
      this.problems.push({
        line: lineOfField.get('renamedFrom') ?? line,
        field: 'renamedFrom',
        message: 'Give the former name.',
      });
    const lineOf = (field: string): number => lineOfField.get(field) ?? line;
    return [{ line, fields: rest, lineOf, ...(typeof renamedFrom === 'string' ? { renamedFrom } : {}) }];
  }

  private resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  /** Aliases may lead nowhere, or multiply. */
  private plain(node: unknown, field: string): unknown {
    if (!isNode(node)) return node;
    try {
      return node.toJS(this.document, { maxAliasCount: 100 }) as unknown;
    } catch (error) {
      this.fail(node, `This cannot be read: ${(error as Error).message}.`, field);
      return undefined;
    }
  }

  private lineAt(node: unknown): number {
    const offset = (node as Partial<Node> | null)?.range?.[0] ?? 0;
    return this.lines.linePos(offset).line;
  }

  private fail(node: unknown, message: string, field?: string): readonly [] {
    this.problems.push({ line: this.lineAt(node), ...(field === undefined ? {} : { field }), message });
    return [];
  }
}

const nameIn = (key: unknown): string => (isScalar(key) ? String(key.value) : 'of several parts');
