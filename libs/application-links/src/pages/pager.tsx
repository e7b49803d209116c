import { useWords } from '../words/link-words.js';

/** Which part of a list is shown, and how the other parts are reached. */
export interface PagerModel {
  readonly start: number;
  readonly shown: number;
  readonly total: number;
  readonly limit: number;
  readonly at: (start: number) => string;
}

/** Leads through a list that is longer than a page; nothing for a shorter one. */
export const Pager = ({ start, shown, total, limit, at }: PagerModel) => {
  const { text } = useWords();
  if (start === 0 && shown >= total) return null;
  return (
    <nav class="db-pager" aria-label={text('pager.label')}>
      <span>
        {shown === 0
          ? text('pager.none', { total })
          : text('pager.range', { first: start + 1, last: start + shown, total })}
      </span>
      <span class="db-actions">
        {start > 0 && (
          <a class="db-button db-button-small" href={at(Math.max(0, start - limit))} rel="prev">
            {text('pager.previous')}
          </a>
        )}
        {start + shown < total && shown > 0 && (
          <a class="db-button db-button-small" href={at(start + limit)} rel="next">
            {text('pager.next')}
          </a>
        )}
      </span>
    </nav>
  );
};
