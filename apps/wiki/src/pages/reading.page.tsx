import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import { useVisit } from '../layout/visit.js';
import { languages, type ReadingChoice } from '../people/reading-choice.js';
import { TitleBar } from './title-bar.js';
import { ZoneField } from './zone-field.js';

/** What the form for language and time zone shows. */
export interface ReadingModel {
  readonly chosen: ReadingChoice;
  /** Whether it was saved just now. */
  readonly isSaved?: boolean;
  /** Why it could not be saved, in a sentence. */
  readonly fault?: string | undefined;
}

function Example({ chosen: { language, timeZone } }: Pick<ReadingModel, 'chosen'>) {
  const { now } = useVisit();
  const tag = language ?? 'en';
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', timeZone: timeZone ?? 'UTC' });
  return (
    <p class="w-hint">
      With this, it is now{' '}
      <time lang={tag} dateTime={new Date(now).toISOString()}>
        {format.format(now)}
      </time>
      .
    </p>
  );
}

/** Choose one's own language and time zone. */
export function ReadingPage({ chosen, isSaved, fault }: ReadingModel) {
  return (
    <>
      <TitleBar title="Language and time" />
      {isSaved && <Notice tone="success">Your choice is saved.</Notice>}
      {fault && <Notice tone="danger">{fault}</Notice>}
      <p class="w-subtle">
        Pages about applications follow your choice: whom you let in, and in the administration area the application
        links. The wiki itself speaks English.
      </p>
      <PostForm to="/profile/language" class="w-form">
        <div class="w-field">
          <label for="language">Language</label>
          <select class="w-input" id="language" name="language">
            <option value="">As in my browser</option>
            {Object.entries(languages).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag} selected={tag === chosen.language}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <ZoneField chosen={chosen.timeZone} />
        <Example chosen={chosen} />
        <div class="w-actions">
          <button type="submit" class="w-button w-button-primary">
            Save
          </button>
        </div>
      </PostForm>
    </>
  );
}
