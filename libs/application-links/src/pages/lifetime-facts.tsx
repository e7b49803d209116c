import {
  type ClientLifetimes,
  type LifetimeName,
  lifetimeNames,
  type Lifetimes,
} from 'nestjs-drawbridge/oauth-provider';
import { durationWords } from '../links/duration.js';

const subjects: Readonly<Record<LifetimeName, string>> = {
  accessTokenSeconds: 'Access tokens',
  refreshTokenSeconds: 'Refresh tokens',
  familySeconds: 'A sign-in',
};

/** How long what a link gets lasts, and whether it was set for this link. */
export const LifetimeFacts = ({ client, lifetimes }: { client: ClientLifetimes; lifetimes: Lifetimes }) => {
  const [own, holding] = [lifetimes.own(client), lifetimes.of(client)];
  const words = (name: LifetimeName): string =>
    Number.isFinite(holding[name]) ? durationWords(holding[name]) : 'while it is used';
  return (
    <ul>
      {lifetimeNames.map((name) => (
        <li key={name}>
          {subjects[name]}: {words(name)}
          {own[name] !== null && <span class="db-subtle"> (set for this link)</span>}
        </li>
      ))}
    </ul>
  );
};
