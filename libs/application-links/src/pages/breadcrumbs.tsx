import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** The link that a page belongs to. */
export interface LinkAbove {
  readonly id: string;
  readonly name: string;
}

interface BreadcrumbsProps {
  readonly addresses: LinkAddresses;
  /** `null` on a page that belongs to the list, such as that of a link. */
  readonly link: LinkAbove | null;
}

/** The way back up, which is the same on all pages: the list, then the link. */
export const Breadcrumbs = ({ addresses, link }: BreadcrumbsProps) => {
  const { text } = useWords();
  return (
    <nav class="db-back" aria-label={text('crumbs.label')}>
      <ol>
        <li>
          <a href={addresses.list()}>{text('links.title')}</a>
        </li>
        {link && (
          <li>
            <a href={addresses.link(link.id)}>
              <bdi>{link.name}</bdi>
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
};
