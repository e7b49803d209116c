import { formatScopes } from 'nestjs-drawbridge/scopes';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type LinkAddresses } from '../pages/link-addresses.service.js';
import { Notice, type NoticeModel } from '../pages/notice.js';
import { useWords } from '../words/link-words.js';
import { TrialHead } from './trial-head.js';

/** What the page shows that a trial begins at. */
export interface TrialModel {
  readonly link: ApplicationLink;
  readonly ticket: string;
  readonly notice: NoticeModel | null;
  readonly addresses: LinkAddresses;
}

/** Says what a trial does, and begins it. */
export const TrialPage = ({ link, ticket, notice, addresses }: TrialModel) => {
  const { text, rich } = useWords();
  const { id, client } = link;
  const scopes = (
    <code class="db-mono" dir="ltr">
      {formatScopes(client.scopes)}
    </code>
  );
  return (
    <section aria-labelledby="db-trial-title">
      <TrialHead link={link} addresses={addresses} />
      <Notice notice={notice} />
      {!client.enabled && <p class="db-notice db-notice-warning">{text('trial.disabled')}</p>}
      <section class="db-card db-card-narrow" aria-labelledby="db-trial-what">
        <h2 id="db-trial-what">{text('trial.what')}</h2>
        <ol class="db-trial-plan">
          <li>{rich('trial.what.authorize', { scopes })}</li>
          <li>{text('trial.what.exchange')}</li>
          <li>{text('trial.what.end')}</li>
        </ol>
        <p class="db-hint">{text('trial.what.safe')}</p>
        <form method="post" action={addresses.page(id, 'try')}>
          <input type="hidden" name="ticket" value={ticket} />
          <div class="db-actions">
            <button class="db-button db-button-primary" type="submit">
              {text('trial.begin')}
            </button>
            <a class="db-button db-button-subtle" href={addresses.link(id)}>
              {text('actions.cancel')}
            </a>
          </div>
        </form>
      </section>
    </section>
  );
};
