import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { headerOf, type HttpRequest, type HttpResponse } from './http-exchange.js';

const markForm = /^[A-Za-z0-9_-]{43}$/;

/**
 * Tells one browser from another by a cookie of 256 random bits, given only where something is to be remembered there.
 * It signs nobody in. Over https its name begins with `__Host-`, so that no other host can plant one.
 */
@Injectable()
export class BrowserMarks {
  constructor(@Inject(BaseUrl) private readonly baseUrl: BaseUrl) {}

  /** The mark this browser holds; `null` when it holds none, or more than one. */
  of(request: HttpRequest): string | null {
    const pairs = (headerOf(request, 'cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
    const [mark, ...others] = pairs.filter(([name]) => name === this.name).map(([, value = '']) => value);
    return mark !== undefined && others.length === 0 && markForm.test(mark) ? mark : null;
  }

  /** The mark this browser holds, or a new one; it is kept for so many seconds from now. */
  give(request: HttpRequest, response: HttpResponse, seconds: number): string {
    const mark = this.of(request) ?? randomBytes(32).toString('base64url');
    const secure = this.isSecure ? '; Secure' : '';
    const cookie = `${this.name}=${mark}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
    // On Express `header` would replace the cookies that the host has set; Fastify's adds to them.
    if (response.append) response.append('Set-Cookie', cookie);
    else response.header('Set-Cookie', cookie);
    return mark;
  }

  private get isSecure(): boolean {
    return this.baseUrl.get().startsWith('https:');
  }

  private get name(): string {
    return this.isSecure ? '__Host-drawbridge-browser' : 'drawbridge-browser';
  }
}
