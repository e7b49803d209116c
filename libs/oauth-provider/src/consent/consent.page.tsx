import { type Phrase } from '../words/phrase.js';
import { useProviderWords } from '../words/provider-words.js';
import { useReader } from '../words/reader-context.js';
import { AskedFacts, type AskedFactsProps } from './asked-facts.js';
import { type ConsentChoice, Ladder, OnlyStep } from './ladder.js';

/** What the consent page shows. */
export interface ConsentModel extends AskedFactsProps {
  readonly applicationName: string;
  readonly personName: string;
  /** Lowest first; at least one. */
  readonly choices: readonly ConsentChoice[];
  /** For how many seconds a yes is remembered; `null` when it is not. */
  readonly rememberedFor: number | null;
  readonly action: string;
  readonly request: string;
  readonly ticket: string;
  /** Why the page is shown again. */
  readonly notice: Phrase | null;
}

const Consequences = ({ applicationName, rememberedFor }: ConsentModel) => {
  const { text, rich } = useProviderWords();
  const reader = useReader();
  return (
    <ul class="db-consequences">
      <li>{text('consent.limits')}</li>
      <li>{text('consent.takeBack', { page: text('authorized.title') })}</li>
      {rememberedFor !== null && (
        <li>
          {rich('consent.remembered', {
            duration: reader.duration(rememberedFor),
            name: <bdi>{applicationName}</bdi>,
          })}
        </li>
      )}
    </ul>
  );
};

/** Asks a person whether an application may act in their name, and how far. */
export const ConsentPage = (model: ConsentModel) => {
  const { text, rich } = useProviderWords();
  const reader = useReader();
  const { choices } = model;
  const [first] = choices;
  const name = <bdi>{model.applicationName}</bdi>;
  return (
    <section class="db-card db-consent" aria-labelledby="db-consent-title">
      <h1 id="db-consent-title">{rich('consent.title', { name })}</h1>
      {model.notice && (
        <p class="db-notice db-notice-warning" role="status" tabIndex={-1} autofocus>
          {model.notice(reader)}
        </p>
      )}
      <p>
        {rich('consent.lead', {
          b: (inner) => <strong>{inner}</strong>,
          name,
          person: <bdi>{model.personName}</bdi>,
        })}
      </p>
      <AskedFacts {...model} />
      <form method="post" action={model.action}>
        {first && choices.length === 1 ? <OnlyStep {...first} /> : <Ladder choices={choices} />}
        <Consequences {...model} />
        <input type="hidden" name="request" value={model.request} />
        <input type="hidden" name="ticket" value={model.ticket} />
        <div class="db-actions">
          <button class="db-button db-button-primary" type="submit" name="answer" value="allow">
            {text('consent.allow')}
          </button>
          <button class="db-button" type="submit" name="answer" value="deny" formNoValidate>
            {text('consent.deny')}
          </button>
        </div>
      </form>
    </section>
  );
};
