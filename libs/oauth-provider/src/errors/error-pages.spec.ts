import { type HttpAdapterHost } from '@nestjs/core';
import { BrowserLocales } from 'nestjs-drawbridge/host';
import { afterEach, expect, it, vi } from 'vitest';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { type Pages } from '../browser/pages.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { Languages } from '../words/languages.service.js';
import { say } from '../words/provider-words.js';
import { ErrorPages } from './error-pages.service.js';

const words = { ar: { 'error.broken': 'عطل & عطل' } };
const request = { headers: { 'accept-language': 'ar' } } as unknown as HttpRequest;
const response = {} as HttpResponse;

afterEach(() => {
  vi.restoreAllMocks();
});

it('P22 shows the page bare where the layout itself fails, in the reader’s language and as text', async () => {
  const reply = vi.fn();
  const pages = { render: () => Promise.reject(new Error('The layout is broken.')) } as unknown as Pages;
  const languages = new Languages(new BrowserLocales(), new OAuthProviderOptions({ words }));
  const adapterHost = { httpAdapter: { reply } } as unknown as HttpAdapterHost;
  const model = { title: say('error.broken'), text: say('error.broken.text'), technical: 'a < b' };
  await new ErrorPages(pages, languages, adapterHost).answer(request, response, 500, model);
  const [, html, status] = reply.mock.calls[0] as [unknown, string, number];
  expect(status).toBe(500);
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl"><head>/);
  expect(html).toContain('<title>عطل &amp; عطل</title>');
  expect(html).toContain('<code>a &lt; b</code>');
});
