import { BaseUrl } from 'nestjs-drawbridge/host';
import { describe, expect, it } from 'vitest';
import { BrowserMarks } from './browser-marks.service.js';

class SpecBaseUrl extends BaseUrl {
  constructor(private readonly url: string) {
    super();
  }

  get(): string {
    return this.url;
  }
}

const secure = new BrowserMarks(new SpecBaseUrl('https://wiki.example/confluence'));
const open = new BrowserMarks(new SpecBaseUrl('http://localhost:8090'));
const mark = 'm'.repeat(43);
const withCookie = (cookie?: string) => ({ method: 'GET', url: '/', headers: { cookie } });

/** Lets a browser be marked; answers its mark and the header lines it was sent. */
const give = (marks: BrowserMarks, cookie?: string) => {
  const lines: string[] = [];
  const header = (name: string, value: string) => lines.push(`${name}: ${value}`);
  return { mark: marks.give(withCookie(cookie), { header, status: () => undefined }, 60), lines };
};

describe('the mark of a browser', () => {
  it('P17 cannot be planted by another host, read by a script, or sent in the clear', () => {
    const { mark: given, lines } = give(secure);
    expect(lines).toEqual([
      `Set-Cookie: __Host-drawbridge-browser=${given}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure`,
    ]);
    expect(secure.of(withCookie(`drawbridge-browser=${mark}`))).toBeNull();
    expect(give(open).lines[0]).toMatch(/^Set-Cookie: drawbridge-browser=[\w-]{43}; .*SameSite=Lax$/);
  });

  it('is new for every browser, and stays for one that has it', () => {
    expect(give(open).mark).not.toBe(give(open).mark);
    expect(give(open, `a=b; drawbridge-browser=${mark}; c`).mark).toBe(mark);
    expect(open.of(withCookie(`drawbridge-browser=${mark}`))).toBe(mark);
  });

  it.each([
    undefined,
    '',
    `x-drawbridge-browser=${mark}`,
    `drawbridge-browser=${mark}x`,
    'drawbridge-browser=',
    `drawbridge-browser=${mark}; drawbridge-browser=${'n'.repeat(43)}`,
  ])('P20 is not seen in %s', (cookie) => {
    expect(open.of(withCookie(cookie))).toBeNull();
    expect(give(open, cookie).mark).toMatch(/^[\w-]{43}$/);
  });
});
