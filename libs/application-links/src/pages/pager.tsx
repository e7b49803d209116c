/** Which part of a list is shown, and how the other parts are reached. */
export interface PagerModel {
  readonly start: number;
  readonly shown: number;
  readonly total: number;
  readonly limit: number;
  readonly at: (start: number) => string;
}

/** Leads through a list that is longer than a page; nothing for a shorter one. */
export const Pager = ({ start, shown, total, limit, at }: PagerModel) =>
  start === 0 && shown >= total ? null : (
    <nav class="db-pager" aria-label="Pages of this list">
      <span>{shown === 0 ? `None of ${total.toString()}` : `${start + 1} to ${start + shown} of ${total}`}</span>
      <span class="db-actions">
        {start > 0 && (
          <a class="db-button db-button-small" href={at(Math.max(0, start - limit))} rel="prev">
            Previous
          </a>
        )}
        {start + shown < total && shown > 0 && (
          <a class="db-button db-button-small" href={at(start + limit)} rel="next">
            Next
          </a>
        )}
      </span>
    </nav>
  );
