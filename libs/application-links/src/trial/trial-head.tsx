import { type ApplicationLink } from '../links/application-link.entity.js';
import { Breadcrumbs } from '../pages/breadcrumbs.js';
import { type LinkAddresses } from '../pages/link-addresses.service.js';
import { useWords } from '../words/link-words.js';

/** The head of the pages of a trial: where they belong, and which link is tried. */
export const TrialHead = ({ link, addresses }: { link: ApplicationLink; addresses: LinkAddresses }) => {
  const { text, rich } = useWords();
  const name = <bdi>{link.client.name}</bdi>;
  return (
    <>
      <Breadcrumbs addresses={addresses} link={{ id: link.id, name: link.client.name }} />
      <header class="db-page-head">
        <div>
          <h1 id="db-trial-title">{rich('trial.title', { name })}</h1>
          <p class="db-lead">{text('trial.lead')}</p>
        </div>
      </header>
    </>
  );
};
