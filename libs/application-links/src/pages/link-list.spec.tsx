/** @jsxImportSource preact */
import { type Scope } from 'nestjs-drawbridge/scopes';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type LinkStatus } from '../links/link-status.js';
import { PermissionLadder } from './permission-ladder.js';
import { Sparkline } from './sparkline.js';
import { StatusList } from './status-badge.js';
import { Ago } from './when.js';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12, 0);
const days = (...calls: readonly (readonly [number, number])[]) =>
  calls.map(([requests, refusals], index) => ({ day: `2026-11-0${(index + 1).toString()}`, requests, refusals }));
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the chart of a link', () => {
  it('says what it shows, and draws a bar for each day with calls, the most of them as high as it is', () => {
    const html = renderToString(<Sparkline usage={days([1200, 3], [0, 0], [31, 0])} />);
    expect(html).toContain('aria-label="1,234 calls in 3 days, 3 refused"');
    const [all, refused] = [...html.matchAll(/ d="([^"]*)"/g)].map(([, path = '']) => path);
    expect(all).toBe('M0 24v-24h3v24zM8 24v-2h3v2z');
    expect(refused).toBe('M0 24v-2h3v2z');
  });

  it('is not there where there was no call', () => {
    expect(renderToString(<Sparkline usage={days([0, 0])} />)).toBe('');
  });
});

describe('the ladder of permissions', () => {
  it.each<[Scope | null, string, number]>([
    [null, 'None', 0],
    ['READ', 'Read', 1],
    ['ADMIN', 'Admin', 3],
    ['SYSTEM_ADMIN', 'System admin', 4],
  ])('of %s is named %s and has %d of four steps', (scope, name, steps) => {
    const html = renderToString(<PermissionLadder scopes={scope ? [scope] : []} />);
    expect(textOf(html)).toBe(name);
    expect(html.match(/db-ladder-held/g)?.length ?? 0).toBe(steps);
    expect(html.match(/<rect/g)).toHaveLength(4);
  });
});

describe('the status of a link', () => {
  it('makes the most important stand out', () => {
    const statuses: LinkStatus[] = [
      { kind: 'secretEnding', at: now + day + 1 },
      { kind: 'idle', days: 31 },
    ];
    const html = renderToString(<StatusList statuses={statuses} now={now} />);
    expect(html.match(/db-badge-\w+/g)).toEqual(['db-badge-danger']);
    expect(textOf(html)).toBe('Secret ends within 2 days Idle for 31 days');
  });

  it('counts no day that has not begun', () => {
    const ending = (at: number | null) =>
      textOf(renderToString(<StatusList statuses={[{ kind: 'secretEnding', at }]} now={now} />));
    expect([ending(now + 1), ending(now + day), ending(now + 7 * day), ending(null)]).toEqual([
      ...['Secret ends within 1 day', 'Secret ends within 1 day', 'Secret ends within 7 days', 'No secret left'],
    ]);
  });
});

describe('the last use of a link', () => {
  it('is told by how long ago it was for seven days, then by its day, and always to the minute for whoever asks', () => {
    const html = renderToString(<Ago at={now - 7 * day + 1} now={now} />);
    expect(textOf(html)).toBe('6 days ago');
    expect(html).toContain('title="Nov 23, 2026, 12:00 PM UTC"');
    expect(html).toContain('datetime="2026-11-23T12:00:00.001Z"');
    expect(textOf(renderToString(<Ago at={now - 7 * day} now={now} />))).toBe('Nov 23, 2026');
    expect(textOf(renderToString(<Ago at={null} now={now} />))).toBe('Never');
  });
});
