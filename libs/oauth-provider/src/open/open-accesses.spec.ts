import { Logger } from '@nestjs/common';
import { Access, type Scope } from 'nestjs-drawbridge/scopes';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BearerTokens, type Judgement } from '../bearer/bearer-tokens.service.js';
import { type PresentedToken } from '../bearer/presented-token.js';
import { type Changes } from '../events/changes.service.js';
import { type Closing, type OpenAccess } from './open-access.js';
import { OpenAccesses } from './open-accesses.service.js';
import { type Stopping } from './stopping.service.js';

type State = ReturnType<OpenAccess['state']>;

/** Something open, and what it was closed with. */
class Thing implements OpenAccess {
  readonly presented: PresentedToken = { familyId: 'f', generation: 1, digest: 'd' };
  readonly closings: Closing[] = [];
  ended?: string;

  constructor(
    public now: State,
    readonly clientId = 'client',
    public needed: Scope = 'READ',
  ) {}

  state(): State {
    return this.now;
  }

  close(why: Closing): void {
    this.closings.push(why);
    this.now = 'over';
  }
}

const good = (personLevel: Scope): Judgement => ({
  access: new Access({ clientId: 'client', userId: 'ann', scope: 'ADMIN', personLevel }),
  grantId: 'g',
  presented: { familyId: 'f', generation: 1, digest: 'd' },
});

let isStopping: boolean;
let judgement: Judgement | undefined;
let fault: Error | undefined;
let asked: PresentedToken[][];
let changed: () => Promise<void>;
let accesses: OpenAccesses;

const tokens = {
  judgeAgain: async (presented: PresentedToken[]) => {
    asked.push(presented);
    if (fault) throw fault;
    return new Map(judgement ? presented.map((one) => [one, judgement]) : []);
  },
} as unknown as BearerTokens;

const keep = (...things: Thing[]) => {
  for (const thing of things) accesses.keep(thing);
};
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] });
  [isStopping, judgement, fault, asked] = [false, good('WRITE'), undefined, []];
  const changes = { subscribe: (listener: () => Promise<void>) => (changed = listener) } as unknown as Changes;
  accesses = new OpenAccesses(tokens, changes, { isUnderWay: () => isStopping } as Stopping);
  accesses.onModuleInit();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what is open', () => {
  it('is judged once a second, all of it together, and nothing else is', async () => {
    const [open, other, idle] = [new Thing('open'), new Thing('open'), new Thing('idle')];
    keep(open, other, idle);
    await seconds(0.9);
    expect(asked).toEqual([]);
    await seconds(0.1);
    expect(asked).toEqual([[open.presented, other.presented]]);
    expect([open, other, idle].flatMap(({ closings }) => closings)).toEqual([]);
    [open.now, other.now] = ['over', 'idle'];
    await seconds(3);
    expect(asked).toHaveLength(1);
    await accesses.judge();
    expect(asked).toHaveLength(1);
  });

  it('costs nothing once it is over', async () => {
    const thing = new Thing('open');
    keep(thing);
    expect(vi.getTimerCount()).toBe(1);
    accesses.forget(thing);
    await seconds(1);
    expect([vi.getTimerCount(), asked]).toEqual([0, []]);
    const next = new Thing('open');
    keep(next);
    next.now = 'over';
    await seconds(1);
    expect([vi.getTimerCount(), asked]).toEqual([0, []]);
  });

  it.each([
    [{ refusal: 'It ended.' }, { statusCode: 401, error: 'invalid_token', message: 'It ended.' }],
    [
      { refusal: 'Off for now.', isForNow: true as const },
      { statusCode: 503, message: 'Off for now.' },
    ],
    [undefined, { statusCode: 403, error: 'insufficient_scope' }],
  ])('P13 is closed with what its token is now: %o', async (now, closing) => {
    const [open, idle] = [new Thing('open'), new Thing('idle')];
    keep(open, idle);
    judgement = now;
    await changed();
    expect([open.closings, idle.closings]).toMatchObject([[closing], []]);
    await changed();
    expect(open.closings).toHaveLength(1);
  });

  it('P6 is closed when the access reaches less than it was used for', async () => {
    const [reads, writes] = [new Thing('open'), new Thing('open', 'client', 'WRITE')];
    keep(reads, writes);
    await accesses.judge();
    expect([reads.closings, writes.closings]).toEqual([[], []]);
    judgement = good('READ');
    await accesses.judge();
    expect([reads.closings, writes.closings]).toMatchObject([[], [{ statusCode: 403 }]]);
  });

  it('P13 is closed when nothing could be judged for five seconds, and not before; the log says so once', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const [open, idle] = [new Thing('open'), new Thing('idle')];
    keep(open, idle);
    await seconds(1);
    fault = new Error('away');
    await seconds(5);
    expect([open.closings, warn.mock.calls.length]).toEqual([[], 1]);
    await seconds(1);
    expect(open.closings).toMatchObject([{ statusCode: 503, error: 'temporarily_unavailable' }]);
    expect(idle.closings).toEqual([]);
    fault = undefined;
    await seconds(1);
    idle.now = 'open';
    await seconds(1);
    fault = new Error('away again');
    await seconds(1);
    expect([idle.closings, warn.mock.calls.length]).toEqual([[], 2]);
  });

  it('does not count against what was idle while nobody looked', async () => {
    const idle = new Thing('idle');
    keep(idle);
    await seconds(20);
    idle.now = 'open';
    fault = new Error('away');
    vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
    await seconds(5);
    expect(idle.closings).toEqual([]);
    await seconds(1);
    expect(idle.closings).toHaveLength(1);
  });

  it('is judged again only when the look before is through', async () => {
    let answer: () => void = () => undefined;
    const slow = vi.spyOn(tokens, 'judgeAgain').mockImplementation(async (presented) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return new Map([...presented].map((one) => [one, good('WRITE')]));
    });
    const thing = new Thing('open');
    keep(thing);
    await seconds(3);
    expect(slow).toHaveBeenCalledTimes(1);
    answer();
    await seconds(1);
    expect(slow).toHaveBeenCalledTimes(2);
    answer();
    await seconds(0);
    expect(thing.closings).toEqual([]);
  });

  it('is closed when the host stops, but for what has not begun', async () => {
    const [open, idle] = [new Thing('open'), new Thing('idle')];
    keep(open, idle);
    isStopping = true;
    await seconds(1);
    expect([open.closings, idle.closings]).toMatchObject([[{ statusCode: 503 }], []]);
    idle.now = 'open';
    await seconds(1);
    expect([idle.closings, asked]).toMatchObject([[{ statusCode: 503 }], []]);
  });

  it('is closed for one application alone, also what is about to open', async () => {
    const [open, idle, other] = [new Thing('open'), new Thing('idle'), new Thing('open', 'other')];
    keep(open, idle, other);
    accesses.closeOf('client', 'Less now.');
    const closing = { statusCode: 403, error: 'insufficient_scope', message: 'Less now.' };
    expect([open.closings, idle.closings, other.closings]).toEqual([[closing], [], []]);
    idle.now = 'open';
    await seconds(1);
    expect([idle.closings, other.closings]).toEqual([[closing], []]);
  });

  it('does not keep a change waiting for long, nor others from being closed when one cannot', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const [stuck, open] = [new Thing('open'), new Thing('open')];
    stuck.close = () => {
      throw new Error('gone');
    };
    keep(stuck, open);
    judgement = { refusal: 'It ended.' };
    await changed();
    expect([open.closings.length, warn.mock.calls.length]).toEqual([1, 1]);
    keep(new Thing('open'));
    vi.spyOn(tokens, 'judgeAgain').mockReturnValue(new Promise(() => undefined));
    const change = vi.fn();
    void changed().then(change);
    await seconds(0.9);
    expect(change).not.toHaveBeenCalled();
    await seconds(0.1);
    expect(change).toHaveBeenCalled();
  });
});
