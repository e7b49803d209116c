import { type Lifetimes, type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type ComponentChildren } from 'preact';
import { Breadcrumbs, type LinkAbove } from './breadcrumbs.js';
import { type Problems, ProblemSummary } from './field.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { LinkFields } from './link-fields.js';
import { useWords } from '../words/link-words.js';
import { Notice, type NoticeModel } from './notice.js';
import { type TypedLink } from './typed-link.js';

/** What a form that makes or changes a link shows. */
export interface LinkFormModel {
  readonly title: Phrase;
  /** The link that is changed; `null` for a new one. */
  readonly link: LinkAbove | null;
  readonly typed: TypedLink;
  readonly problems: Problems;
  readonly notice: NoticeModel | null;
  readonly action: string;
  /** Where a script has fields judged while they are filled in. */
  readonly check: string;
  readonly ticket: string;
  readonly lifetimes: Lifetimes;
  readonly addresses: LinkAddresses;
  /** The version of the link that is changed; `null` for a new link. */
  readonly version: number | null;
  readonly steps?: ComponentChildren;
}

/** The form that makes or changes a link. */
export const LinkFormPage = (model: LinkFormModel) => {
  const { text } = useWords();
  const reader = useReader();
  const { title, link, addresses, steps, action, check, notice, problems, ticket, version } = model;
  return (
    <section aria-labelledby="db-form-title">
      <Breadcrumbs addresses={addresses} link={link} />
      <header class="db-page-head">
        <h1 id="db-form-title">{title(reader)}</h1>
      </header>
      {steps}
      <form class="db-form" method="post" action={action} data-db-check={check} noValidate>
        <Notice notice={notice} />
        <ProblemSummary problems={problems} />
        {/* The first button is the one that Enter presses. */}
        <button class="db-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true" />
        <LinkFields {...model} exists={version !== null} />
        <input type="hidden" name="ticket" value={ticket} />
        {version !== null && <input type="hidden" name="version" value={version.toString()} />}
        <div class="db-actions">
          <button class="db-button db-button-primary" type="submit">
            {text('form.save')}
          </button>
          <a class="db-button db-button-subtle" href={link ? addresses.link(link.id) : addresses.list()}>
            {text('actions.cancel')}
          </a>
        </div>
      </form>
    </section>
  );
};
