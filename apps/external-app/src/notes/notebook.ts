import type { Connection } from '../connection/connection.js';
import { webLink } from '../layout/web-link.js';
import { answerProblem } from '../problems/answer-problem.js';
import { listAt, textAt } from '../wiki/json.js';
import type { WikiAnswer } from '../wiki/wiki-answer.js';
import type { NoteDraft } from './note.form.js';
import { toStorageFormat } from './storage-format.js';

/** A space of the wiki. */
export interface Space {
  readonly key: string;
  readonly name: string;
}

/** A page of the wiki, as a list shows it. */
export interface Note {
  readonly title: string;
  readonly version: string | undefined;
  readonly link: string | undefined;
}

/** One screen of a space's pages. */
export interface NotesList {
  readonly notes: readonly Note[];
  readonly hasMore: boolean;
}

/** Pages on one screen. */
export const pageLimit = 25;

/** Reads and writes the wiki over one connection. Each call throws a problem that says what the wiki refused. */
export class Notebook {
  constructor(private readonly connection: Connection) {}

  async person(): Promise<string> {
    const answer = await this.ask('Reading who you are', 'GET', '/rest/api/user/current');
    return textAt(answer.json, 'displayName') ?? textAt(answer.json, 'username') ?? 'somebody without a name';
  }

  async spaces(): Promise<readonly Space[]> {
    const answer = await this.ask('Reading your spaces', 'GET', '/rest/api/space?limit=100');
    return listAt(answer.json, 'results').flatMap((space) => {
      const key = textAt(space, 'key');
      return key ? [{ key, name: textAt(space, 'name') ?? key }] : [];
    });
  }

  async notes(space: string, start: number): Promise<NotesList> {
    const query = new URLSearchParams({ spaceKey: space, type: 'page', expand: 'version' });
    query.set('start', String(start));
    query.set('limit', String(pageLimit));
    const answer = await this.ask('Reading the pages of a space', 'GET', `/rest/api/content?${query}`);
    return {
      notes: listAt(answer.json, 'results').map((page) => this.toNote(page)),
      hasMore: textAt(answer.json, '_links', 'next') !== undefined,
    };
  }

  async write({ space, title, text }: NoteDraft): Promise<Note> {
    const storage = { value: toStorageFormat(text), representation: 'storage' };
    const page = { type: 'page', title, space: { key: space }, body: { storage } };
    return this.toNote((await this.ask('Creating a page', 'POST', '/rest/api/content', page)).json);
  }

  private async ask(doing: string, method: string, path: string, body?: unknown): Promise<WikiAnswer> {
    const answer = await this.connection.call(method, path, body);
    if (!answer.isGood) throw answerProblem(answer, doing, this.connection.scopes);
    return answer;
  }

  private toNote(page: unknown): Note {
    return {
      title: textAt(page, 'title') ?? 'A page without a title',
      version: textAt(page, 'version', 'number'),
      link: webLink(this.connection.registration.wikiUrl, textAt(page, '_links', 'webui')),
    };
  }
}
