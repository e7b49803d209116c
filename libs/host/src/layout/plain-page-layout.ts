import { type PageContent, PageLayout } from '../ports/page-layout.port.js';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0).toString()};`);

/** A plain page for hosts without a layout of their own. */
export class PlainPageLayout extends PageLayout {
  async render(page: PageContent): Promise<string> {
    const head = [
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escape(page.title)}</title>`,
      page.csrfToken ? `<meta name="csrf-token" content="${escape(page.csrfToken)}">` : '',
      ...page.stylesheets.map((href) => `<link rel="stylesheet" href="${escape(href)}">`),
      ...page.scripts.map((src) => `<script src="${escape(src)}" defer></script>`),
    ];
    const html = `<html lang="${escape(page.language)}" dir="${page.direction}">`;
    return `<!doctype html>${html}<head>${head.join('')}</head><body><main>${page.body}</main></body></html>`;
  }
}
