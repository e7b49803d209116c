import { type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame } from './frame.js';
import { Shell } from './shell.js';
import { type Visit, VisitProvider } from './visit.js';

/** A page before the shell is put around it. */
export interface WikiPage {
  /** Plain text; the product's name is added in the window's title. */
  readonly title: string;
  readonly frame: Frame;
  readonly content: ComponentChildren;
  /** Of title and content, as a BCP 47 tag. Default: `en`, as the wiki itself. */
  readonly language?: string;
  /** Which way that is written. Default: `ltr`. */
  readonly direction?: 'ltr' | 'rtl';
  /** The HTTP status. Default: 200. */
  readonly status?: number;
  /** Further style sheets, after the wiki's own. */
  readonly stylesheets?: readonly string[];
  /** Further scripts, after the wiki's own; loaded with `defer`. */
  readonly scripts?: readonly string[];
  /** The content of `<meta name="csrf-token">`. Default: the session's form ticket. */
  readonly csrfToken?: string | undefined;
}

const stylesheets = ['tokens.css', 'shell.css', 'elements.css', 'forms.css', 'lists.css', 'content.css'];

/** The whole HTML document, doctype included. */
export function documentOf(visit: Visit, page: WikiPage): string {
  const csrfToken = page.csrfToken ?? visit.csrfToken;
  const html = renderToString(
    <VisitProvider value={visit}>
      <html lang={page.language ?? 'en'} dir={page.direction ?? 'ltr'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {csrfToken && <meta name="csrf-token" content={csrfToken} />}
          <title>{`${page.title} – Drawbridge Wiki`}</title>
          <link rel="icon" href={visit.asset('mark.svg')} type="image/svg+xml" />
          {[...stylesheets.map((file) => visit.asset(file)), ...(page.stylesheets ?? [])].map((href) => (
            <link key={href} rel="stylesheet" href={href} />
          ))}
          {[visit.asset('wiki.js'), ...(page.scripts ?? [])].map((src) => (
            <script key={src} src={src} defer />
          ))}
        </head>
        <body class={page.frame.kind === 'focused' ? 'w-focused' : undefined}>
          <Shell frame={page.frame}>{page.content}</Shell>
        </body>
      </html>
    </VisitProvider>,
  );
  return `<!doctype html>${html}`;
}
