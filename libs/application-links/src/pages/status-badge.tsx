import { dayInMilliseconds, type LinkStatus } from '../links/link-status.js';
import { useWords } from '../words/link-words.js';

/** Marks a link that an administrator let rest. */
export const DisabledBadge = () => {
  const { text } = useWords();
  return <span class="db-badge db-badge-warning">{text('status.disabled')}</span>;
};

const tones: Readonly<Record<LinkStatus['kind'], string>> = {
  disabled: 'db-badge-warning',
  secretEnding: 'db-badge-danger',
  idle: '',
  neverUsed: '',
  active: 'db-badge-success',
};

const StatusText = ({ status, now }: { status: LinkStatus; now: number }) => {
  const { text } = useWords();
  if (status.kind === 'idle') return <>{text('status.idle', { days: status.days })}</>;
  if (status.kind !== 'secretEnding') return <>{text(`status.${status.kind}`)}</>;
  if (status.at === null) return <>{text('status.noSecret')}</>;
  return <>{text('status.secretEnding', { days: Math.ceil((status.at - now) / dayInMilliseconds) })}</>;
};

/** All that is so of a link: what matters most stands out, the rest is below it. */
export const StatusList = ({ statuses, now }: { statuses: readonly LinkStatus[]; now: number }) => (
  <ul class="db-statuses">
    {statuses.map((status, index) => (
      <li key={status.kind} class={index === 0 ? `db-badge ${tones[status.kind]}` : 'db-subtle'}>
        <StatusText status={status} now={now} />
      </li>
    ))}
  </ul>
);
