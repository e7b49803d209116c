import { describe, expect, it, vi } from 'vitest';
import { type EndingWatch } from './ending-watch.service.js';
import { type Ending } from './ending.entity.js';
import { KnownEndings } from './known-endings.js';
import { Remembered } from './remembered.js';

function subject(most = 10) {
  const known = new KnownEndings(100);
  known.forget({ number: 1, at: 1 });
  const stored: Ending[] = [{ number: 1, kind: 'client', subject: '', at: 1 }];
  const look = async () => void known.follow(stored.slice((known.number ?? 1) - 1));
  const end = (id: string) => stored.push({ number: stored.length + 1, kind: 'client', subject: id, at: 1 });
  const read = vi.fn(async (id: string): Promise<string | null> => `${id} ${(stored.length - 1).toString()}`);
  const remembered = new Remembered({ known, look } as unknown as EndingWatch, { kind: 'client', most, read });
  return { remembered, read, end };
}

describe('what is remembered until an ending is about it', () => {
  it('is read once', async () => {
    const { remembered, read } = subject();
    for (let time = 0; time < 3; time++) expect(await remembered.now('a')).toBe('a 0');
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('P13 is read anew once an ending is about it, and left alone by those of others', async () => {
    const { remembered, read, end } = subject();
    await remembered.now('a');
    end('b');
    expect(await remembered.now('a')).toBe('a 0');
    end('a');
    expect(await remembered.now('a')).toBe('a 2');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('P13 is not what was being read when an ending came', async () => {
    const { remembered, read, end } = subject();
    let finish: (value: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    const reading = remembered.now('a');
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    end('a');
    await remembered.now('b'); // looks
    finish('stale');
    await reading;
    expect(await remembered.now('a')).toBe('a 1');
  });

  it('is nothing where there is nothing, and is looked for again', async () => {
    const { remembered, read } = subject();
    read.mockResolvedValueOnce(null);
    expect(await remembered.now('a')).toBeNull();
    expect(await remembered.now('a')).toBe('a 0');
  });

  it('is at most as many as it is told', async () => {
    const { remembered, read } = subject(2);
    for (const id of ['a', 'b', 'c', 'c', 'b', 'a']) await remembered.now(id);
    expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c', 'a']);
  });
});
