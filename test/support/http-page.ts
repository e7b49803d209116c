import { HtmlForm } from './html-form.js';

/** One answer of the wiki, read to its end. */
export class HttpPage {
  constructor(
    /** Where it came from, after the redirects that were followed. */
    readonly url: string,
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  /** Where a redirect that was not followed leads. */
  get location(): URL | undefined {
    const location = this.headers.get('location');
    return location === null ? undefined : new URL(location, this.url);
  }

  json<Body = Record<string, unknown>>(): Body {
    return JSON.parse(this.text) as Body;
  }

  /** The first form whose action, HTML or text contains `having`; without it, the first form at all. */
  form(having = ''): HtmlForm {
    const forms = HtmlForm.allOf(this.text);
    const form = forms.find(({ action, html, text }) => [action, html, text].some((part) => part.includes(having)));
    if (form) return form;
    const there = forms.map(({ action, text }) => `${action} (${text.slice(0, 80)})`).join('; ') || 'none';
    throw new Error(`No form with "${having}" at ${this.url} (${this.status}). There are: ${there}.`);
  }
}
