import { type LinkAddresses } from './link-addresses.service.js';
import { Steps } from './steps.js';

/** The first step of a new link: what is linked, and in which direction. */
export const NewLinkPage = ({ addresses }: { addresses: LinkAddresses }) => (
  <section aria-labelledby="db-new-title">
    <p class="db-back">
      <a href={addresses.list()}>Application links</a>
    </p>
    <header class="db-page-head">
      <h1 id="db-new-title">Create link</h1>
    </header>
    <Steps current={1} />
    <form class="db-form" method="get" action={addresses.newDetails()}>
      <fieldset class="db-field">
        <legend class="db-label">Application type</legend>
        <label class="db-choice">
          <input type="radio" name="type" value="EXTERNAL_APPLICATION" required checked />
          <span>
            <strong class="db-choice-title">External application</strong>
            <span class="db-choice-sentence">
              An application outside this wiki that signs people in with OAuth 2.0 and then works in their name.
            </span>
          </span>
        </label>
        <p class="db-hint">Links to other wikis are not offered here; an external application is what can be linked.</p>
      </fieldset>
      <fieldset class="db-field">
        <legend class="db-label">Direction</legend>
        <label class="db-choice">
          <input type="radio" name="direction" value="INCOMING" required checked />
          <span>
            <strong class="db-choice-title">Incoming</strong>
            <span class="db-choice-sentence">
              The external application uses data of this wiki. The wiki is the OAuth provider.
            </span>
          </span>
        </label>
        <p class="db-hint">Outgoing links, by which this wiki would use another application, are not offered.</p>
      </fieldset>
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit">
          Continue
        </button>
        <a class="db-button db-button-subtle" href={addresses.list()}>
          Cancel
        </a>
      </div>
    </form>
  </section>
);
