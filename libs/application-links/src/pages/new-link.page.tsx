import { useWords } from '../words/link-words.js';
import { Breadcrumbs } from './breadcrumbs.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Steps } from './steps.js';

interface OnlyChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly legend: string;
  readonly title: string;
  readonly sentence: string;
  readonly hint: string;
}

/** A question with one answer, and what is not offered. */
const OnlyChoice = ({ name, value, legend, title, sentence, hint }: OnlyChoiceProps) => (
  <fieldset class="db-field" aria-describedby={`${name}-hint`}>
    <legend class="db-label">{legend}</legend>
    <label class="db-choice">
      <input type="radio" name={name} value={value} required checked />
      <span>
        <strong class="db-choice-title">{title}</strong>
        <span class="db-choice-sentence">{sentence}</span>
      </span>
    </label>
    <p class="db-hint" id={`${name}-hint`}>
      {hint}
    </p>
  </fieldset>
);

/** The first step of a new link: what is linked, and in which direction. */
export const NewLinkPage = ({ addresses }: { addresses: LinkAddresses }) => {
  const { text } = useWords();
  return (
    <section aria-labelledby="db-new-title">
      <Breadcrumbs addresses={addresses} link={null} />
      <header class="db-page-head">
        <h1 id="db-new-title">{text('new.title')}</h1>
      </header>
      <Steps current={1} />
      <form class="db-form" method="get" action={addresses.newDetails()}>
        <OnlyChoice
          name="type"
          value="EXTERNAL_APPLICATION"
          legend={text('new.type')}
          title={text('new.external')}
          sentence={text('new.external.text')}
          hint={text('new.type.hint')}
        />
        <OnlyChoice
          name="direction"
          value="INCOMING"
          legend={text('new.direction')}
          title={text('link.incoming')}
          sentence={text('new.incoming.text')}
          hint={text('new.direction.hint')}
        />
        <div class="db-actions">
          <button class="db-button db-button-primary" type="submit">
            {text('new.continue')}
          </button>
          <a class="db-button db-button-subtle" href={addresses.list()}>
            {text('actions.cancel')}
          </a>
        </div>
      </form>
    </section>
  );
};
