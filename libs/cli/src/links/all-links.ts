import { type ApplicationLink, type LinkLookup } from 'nestjs-drawbridge/application-links';

const readAtOnce = 500;

/** Links in the order of their names, `limit` of them, and how many there are in all; read in parts. */
export async function allLinks(
  lookup: LinkLookup,
  { query, start, limit }: { readonly query: string; readonly start: number; readonly limit: number },
): Promise<{ readonly links: readonly ApplicationLink[]; readonly total: number }> {
  const links: ApplicationLink[] = [];
  for (;;) {
    const wanted = Math.min(readAtOnce, limit - links.length);
    const part = await lookup.list({ query, start: start + links.length, limit: wanted });
    links.push(...part.links);
    if (part.links.length < wanted || links.length >= limit) return { links, total: part.total };
  }
}
