/**
 * An address that came from the wiki, made absolute against its base; undefined unless it leads to http or https,
 * so that no answer of a wiki can put `javascript:` behind a link.
 */
export function webLink(base: string, path: string | undefined): string | undefined {
  if (!path) return undefined;
  const address = /^https?:/i.test(path) ? path : `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
  return URL.canParse(address) ? new URL(address).href : undefined;
}
