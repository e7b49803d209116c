import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the guide for hosts', () => {
  it('shows what the other host really has', () => {
    const diff = /```diff\n([\s\S]*?)```/.exec(read('docs/guides/embedding.md'))?.[1] ?? '';
    const files = diff.split(/^--- a\//m).slice(1);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const [path = '', ...lines] = file.split('\n');
      const source = read(path);
      const added = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
      expect(added.filter((line) => !source.includes(line))).toEqual([]);
    }
  });
});
