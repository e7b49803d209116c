import { useProviderWords } from '../words/provider-words.js';
import { useReader } from '../words/reader-context.js';
import { type AuthorizedApplication } from './authorized-application.js';

interface ApplicationProps {
  readonly application: AuthorizedApplication;
}

const OnDay = ({ at }: { at: number }) => {
  const reader = useReader();
  return (
    <bdi>
      <time class="db-nowrap" dateTime={new Date(at).toISOString()}>
        {reader.day(at)}
      </time>
    </bdi>
  );
};

const May = ({ application: { scope, given } }: ApplicationProps) => {
  const { text } = useProviderWords();
  return (
    <>
      {scope ? text(`scope.${scope}.title`) : text('authorized.nothing')}
      {given && given !== scope && (
        <span class="db-hint">
          {text(scope ? 'authorized.lessThanGiven' : 'authorized.givenInVain', { given: text(`scope.${given}.title`) })}
        </span>
      )}
    </>
  );
};

const LastUse = ({ application: { lastUsedAt, idleDays } }: ApplicationProps) => {
  const { text } = useProviderWords();
  const reader = useReader();
  return (
    <>
      {lastUsedAt === null ? (
        text('authorized.never')
      ) : (
        <time dateTime={new Date(lastUsedAt).toISOString()}>{reader.minute(lastUsedAt)}</time>
      )}
      {idleDays !== null && (
        <span class="db-badge db-badge-warning">
          {text('authorized.idle', { duration: reader.duration(idleDays * 86_400) })}
        </span>
      )}
    </>
  );
};

/** Says what revoking means before it is done; folds open without a script. */
const Revoke = ({ application: { grantId, name, ticket }, action }: ApplicationProps & { action: string }) => {
  const { rich } = useProviderWords();
  const button = rich('authorized.revoke', {
    name,
    hidden: (inner) => <span class="db-visually-hidden">{inner}</span>,
  });
  return (
    <details class="db-menu db-revoke">
      <summary class="db-button db-button-small db-button-danger">{button}</summary>
      <form class="db-menu-panel" method="post" action={action}>
        <p>{rich('authorized.revoke.what', { name: <bdi>{name}</bdi> })}</p>
        <input type="hidden" name="id" value={grantId} />
        <input type="hidden" name="ticket" value={ticket} />
        <button class="db-button db-button-primary db-button-danger" type="submit">
          {button}
        </button>
      </form>
    </details>
  );
};

/** One application a person let in: what it may do, when it was there, and the way to end it. */
export const ApplicationRow = ({ application, action }: ApplicationProps & { action: string }) => {
  const { text, rich } = useProviderWords();
  const { name, enabled, since, rememberedUntil } = application;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {!enabled && <span class="db-badge">{text('authorized.disabled')}</span>}
        {rememberedUntil !== null && (
          <span class="db-subtle">{rich('authorized.remembered', { day: <OnDay at={rememberedUntil} /> })}</span>
        )}
      </th>
      <td data-label={text('authorized.may')}>
        <span class="db-stack">
          <May application={application} />
        </span>
      </td>
      <td data-label={text('authorized.since')}>
        <OnDay at={since} />
      </td>
      <td data-label={text('authorized.lastUsed')}>
        <span class="db-stack">
          <LastUse application={application} />
        </span>
      </td>
      <td>
        <Revoke application={application} action={action} />
      </td>
    </tr>
  );
};
