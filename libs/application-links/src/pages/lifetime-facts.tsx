import { type ClientLifetimes, lifetimeNames, type Lifetimes, useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';

/** How long what a link gets lasts, and whether it was set for this link. */
export const LifetimeFacts = ({ client, lifetimes }: { client: ClientLifetimes; lifetimes: Lifetimes }) => {
  const { text } = useWords();
  const reader = useReader();
  const [own, holding] = [lifetimes.own(client), lifetimes.of(client)];
  return (
    <ul>
      {lifetimeNames.map((name) => (
        <li key={name}>
          {Number.isFinite(holding[name])
            ? text(`lifetime.${name}`, { duration: reader.duration(holding[name]) })
            : text('lifetime.familySeconds.unlimited')}
          {own[name] !== null && <span class="db-subtle"> {text('lifetime.own')}</span>}
        </li>
      ))}
    </ul>
  );
};
