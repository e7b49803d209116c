import { type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';

/** A sentence above a page: what was done, or why the page is shown again. */
export interface NoticeModel {
  readonly text: Phrase;
  readonly tone: 'success' | 'warning';
}

/** Says it, also to those who do not see the page: the page begins there. */
export const Notice = ({ notice }: { notice: NoticeModel | null }) => {
  const reader = useReader();
  return (
    notice && (
      <p class={`db-notice db-notice-${notice.tone}`} role="status" tabIndex={-1} autofocus>
        {notice.text(reader)}
      </p>
    )
  );
};
