import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the guide for hosts', () => {
  it('shows what the other hosts really have', () => {
    const diffs = [...read('docs/guides/embedding.md').matchAll(/```diff\n([\s\S]*?)```/g)].map(
      ([, diff = '']) => diff,
    );
    const files = diffs.flatMap((diff) => diff.split(/^--- a\//m).slice(1));
    expect(files).toHaveLength(9);
    for (const file of files) {
      const [path = '', ...lines] = file.split('\n');
      const source = read(path);
      const added = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
      expect(added.filter((line) => !source.includes(line))).toEqual([]);
    }
  });
});
