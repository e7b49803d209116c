import { type ClientLifetimes, lifetimeNames, type Lifetimes, useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';

/** How long what a link gets lasts, and whether it was set for this link. */
export const LifetimeFacts = ({ client, lifetimes }: { client: ClientLifetimes; lifetimes: Lifetimes }) => {
  const reader = useReader();
  const { text } = useWords();
  const [own, holding] = [lifetimes.own(client), lifetimes.of(client)];
  const lasts = (seconds: number): string => {
    return Number.isFinite(seconds) ? reader.duration(seconds) : text('settings.lasts.whileUsed');
  };
  return (
    <ul>
      {lifetimeNames.map((name) => (
        <li key={name}>
          {text(`settings.lasts.${name}`, { duration: lasts(holding[name]) })}
          {own[name] !== null && <span class="db-subtle"> {text('settings.lasts.ownOfLink')}</span>}
        </li>
      ))}
    </ul>
  );
};
