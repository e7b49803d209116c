import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** The pages that stand side by side. */
export type AdministratorPlace = 'links' | 'audit' | 'reach';

interface AdministratorPlacesProps {
  /** The one that is shown. */
  readonly here: AdministratorPlace;
  readonly addresses: LinkAddresses;
}

/** Leads from each of the administrators' pages to the others. */
export const AdministratorPlaces = ({ here, addresses }: AdministratorPlacesProps) => {
  const { text } = useWords();
  const places = [
    ['links', addresses.list()],
    ['audit', addresses.audit()],
    ['reach', addresses.reach()],
  ] as const;
  return (
    <nav class="db-places" aria-label={text('places.label')}>
      {places.map(([place, href]) => (
        <a key={place} href={href} aria-current={place === here ? 'page' : undefined}>
          {text(`places.${place}`)}
        </a>
      ))}
    </nav>
  );
};
