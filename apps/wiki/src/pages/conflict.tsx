import type { ComponentChildren } from 'preact';
import { Notice } from '../layout/notice.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { When } from '../layout/when.js';

/** The version that somebody else saved while a text was being written. */
export interface NewerVersion {
  readonly number: number;
  readonly title: string;
  /** Storage format. */
  readonly body: string;
  readonly author: NamedPerson;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

interface ConflictProps {
  readonly newer: NewerVersion;
  /** The form with one's own text. */
  readonly children: ComponentChildren;
}

/** Two texts side by side: one's own, still editable, and the one that was saved in the meantime. */
export function Conflict({ newer, children }: ConflictProps) {
  return (
    <>
      <Notice tone="warning">
        <p>
          <strong>Somebody else saved this page while you were writing.</strong>
        </p>
        <p>
          Your text is kept below and not saved yet. Take over from version {newer.number} what should stay, then save.
        </p>
      </Notice>
      <div class="w-versus">
        <section aria-labelledby="yours">
          <h2 id="yours">Your text</h2>
          {children}
        </section>
        <section aria-labelledby="theirs">
          <h2 id="theirs">Version {newer.number}, saved</h2>
          <p class="w-byline">
            <span>
              <PersonLink person={newer.author} />, <When at={newer.savedAt} />
            </span>
          </p>
          <p class="w-theirs-title">{newer.title}</p>
          <pre class="w-theirs" tabIndex={0} aria-label={`Text of version ${newer.number.toString()}`} role="region">
            {newer.body}
          </pre>
        </section>
      </div>
    </>
  );
}
