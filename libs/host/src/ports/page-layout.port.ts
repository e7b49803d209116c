/** Where in the host's navigation a page of ours belongs. */
export type PagePlace = 'admin/application-links' | 'profile/authorized-applications' | 'consent' | 'error';

/** A page of ours before the host dresses it. */
export interface PageContent {
  /** Plain text for `<title>` and, where the host likes, a heading. The body brings its own `<h1>`. */
  readonly title: string;
  /** The inner HTML of the page's main area: escaped already, without script and without inline style. */
  readonly body: string;
  readonly place: PagePlace;
  /** Of title and body, as a BCP 47 tag for `<html lang>`. The body says it too, for a host that speaks another language. */
  readonly language: string;
  /** For `<html dir>`. */
  readonly direction: 'ltr' | 'rtl';
  /** Paths of style sheets to link, in order. */
  readonly stylesheets: readonly string[];
  /** Paths of script files to load with `defer`. Every page works without them. */
  readonly scripts: readonly string[];
  /** To be put into `<meta name="csrf-token" content="…">` when present. */
  readonly csrfToken?: string;
}

/** Dresses a page of ours as one of the host's own. Default: a plain, good-looking page. */
export abstract class PageLayout {
  /**
   * The whole HTML document, doctype included. Must add no inline script or style: our pages are served under a
   * Content-Security-Policy that allows files of this wiki only.
   */
  abstract render(page: PageContent, request: unknown): Promise<string>;
}
