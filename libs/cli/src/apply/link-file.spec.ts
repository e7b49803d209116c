import { describe, expect, it } from 'vitest';
import { parseLinkFile } from './link-file.js';

const problemsIn = (text: string) =>
  parseLinkFile(text).problems.map(({ line, field, message }) => ({ line, field, message }));

describe('a file of links', () => {
  it('is YAML or JSON', () => {
    const link = { name: 'Notes', redirectUris: ['https://a.example.com/'], scopes: ['READ'], enabled: false };
    const yaml =
      'links:\n  - name: Notes\n    redirectUris: [https://a.example.com/]\n    scopes: [READ]\n    enabled: false\n';
    for (const text of [yaml, JSON.stringify({ links: [link] })]) {
      const { links, problems } = parseLinkFile(text);
      expect([links.map(({ fields }) => fields), problems]).toEqual([[link], []]);
    }
    expect(parseLinkFile(yaml).links[0]?.lineOf('scopes')).toBe(4);
    expect(parseLinkFile(yaml).links[0]?.lineOf('description')).toBe(2);
  });

  it('may repeat parts by anchors', () => {
    const { links, problems } = parseLinkFile(
      'links:\n  - name: A\n    scopes: &s [READ]\n  - name: B\n    scopes: *s\n',
    );
    expect([problems, links[1]?.fields.scopes]).toEqual([[], ['READ']]);
  });

  it.each<[string, number, string]>([
    ['', 1, 'The file holds `links:`'],
    ['[]', 1, 'The file holds `links:`'],
    ['links: 7', 1, "'links' is a list"],
    ['other: []\nlinks: []', 1, "no field 'other'"],
    ['links:\n  - name: A\n    name: B', 3, 'Map keys must be unique'],
    ['links:\n  - 7', 2, 'A link is given by fields'],
    ['links:\n  - __proto__: {}\n', 2, "no field '__proto__'"],
    ['links:\n  - name: A\n    version: 3', 3, "no field 'version'"],
    ['links:\n  - name: A\n    clientSecret: x', 3, "no field 'clientSecret'"],
    ['links:\n  - name: A\n    renamedFrom: 7', 3, 'Give the former name.'],
    ['links:\n  - [a]: 1', 2, "no field 'of several parts'"],
    ['links: *nowhere', 1, "'links' is a list"],
    ['links:\n  - name: A\n    scopes: *nowhere', 3, 'Unresolved alias'],
    ['links: []\n---\nlinks: []', 2, 'multiple documents'],
    ['links: [', 1, 'Flow sequence'],
    ['links:\n  - name: !!js/function "x"', 2, 'Unresolved tag'],
  ])('P20 says what is wrong with %j, and where', (text, line, message) => {
    expect(problemsIn(text)).toContainEqual(
      expect.objectContaining({ line, message: expect.stringContaining(message) as string }),
    );
  });

  it('P20 refuses one that grows without end', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `${'abcdefghijklm'[level + 1] ?? ''}: &${'abcdefghijklm'[level + 1] ?? ''} [${Array(10)
          .fill(`*${'abcdefghijklm'[level] ?? ''}`)
          .join(', ')}]`,
    );
    const text = ['links:', '  - name: &a A', ...levels.map((line) => `    ${line}`), '    description: *m'].join('\n');
    expect(problemsIn(text)).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('alias') as string }),
    );
  });
});
