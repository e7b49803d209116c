import { type SecretUse } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { When } from './when.js';

/** From where a secret was used, the latest first. */
export const SecretUsers = ({ uses }: { uses: readonly SecretUse[] }) => {
  const { text } = useWords();
  if (uses.length === 0) return <span class="db-subtle">{text('secrets.nobody')}</span>;
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
