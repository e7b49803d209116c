import { type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { type ComponentChildren } from 'preact';
import { type Problems, ProblemSummary } from './field.js';
import { LinkFields } from './link-fields.js';
import { Notice, type NoticeModel } from './notice.js';
import { type TypedLink } from './typed-link.js';

/** What a form that makes or changes a link shows. */
export interface LinkFormModel {
  readonly title: string;
  /** Where this page belongs: the page above it. */
  readonly back: { readonly href: string; readonly text: string };
  readonly typed: TypedLink;
  readonly problems: Problems;
  readonly notice: NoticeModel | null;
  readonly action: string;
  readonly ticket: string;
  readonly lifetimes: Lifetimes;
  /** The version of the link that is changed; `null` for a new link. */
  readonly version: number | null;
  readonly steps?: ComponentChildren;
}

/** The form that makes or changes a link. */
export const LinkFormPage = (model: LinkFormModel) => (
  <section aria-labelledby="db-form-title">
    <p class="db-back">
      <a href={model.back.href}>{model.back.text}</a>
    </p>
    <header class="db-page-head">
      <h1 id="db-form-title">{model.title}</h1>
    </header>
    {model.steps}
    <form class="db-form" method="post" action={model.action} noValidate>
      <Notice notice={model.notice} />
      <ProblemSummary problems={model.problems} />
      <LinkFields
        typed={model.typed}
        problems={model.problems}
        exists={model.version !== null}
        lifetimes={model.lifetimes}
      />
      <input type="hidden" name="ticket" value={model.ticket} />
      {model.version !== null && <input type="hidden" name="version" value={model.version.toString()} />}
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit">
          Save
        </button>
        <a class="db-button db-button-subtle" href={model.back.href}>
          Cancel
        </a>
      </div>
    </form>
  </section>
);
