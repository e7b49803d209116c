import { type ClientSecret, type SecretUse } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { When } from './when.js';

interface SecretUsersProps {
  readonly secret: Pick<ClientSecret, 'lastUsedAt'>;
  readonly uses: readonly SecretUse[];
}

/** From where a secret was used, the latest first. It is kept for shorter than when it was used last. */
export const SecretUsers = ({ secret, uses }: SecretUsersProps) => {
  const { text } = useWords();
  if (uses.length === 0) {
    return <span class="db-subtle">{text(secret.lastUsedAt === null ? 'secrets.nobody' : 'secrets.notKept')}</span>;
  }
  return (
    <ul class="db-plain-list db-sources">
      {uses.map(({ address, agent, lastUsedAt }) => (
        <li key={`${address} ${agent}`}>
          {address === '' ? text('secrets.unknownAddress') : <bdi class="db-mono">{address}</bdi>}
          {agent !== '' && (
            <>
              {' '}
              <bdi class="db-subtle">{agent}</bdi>
            </>
          )}
          <br />
          <span class="db-subtle">
            <When at={lastUsedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
};
