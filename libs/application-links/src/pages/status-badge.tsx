import { useWords } from '../words/link-words.js';

/** Whether a link works. */
export const StatusBadge = ({ enabled }: { enabled: boolean }) => {
  const { text } = useWords();
  return enabled ? (
    <span class="db-badge db-badge-success">{text('link.enabled')}</span>
  ) : (
    <span class="db-badge db-badge-warning">{text('link.disabled')}</span>
  );
};
