import { type ApplicationLink } from '../links/application-link.entity.js';
import { type Question } from './confirmations.service.js';
import { people } from './counted.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** What decides how a question about a link is worded. */
export interface Asked {
  readonly link: ApplicationLink;
  /** How many people let the application in. */
  readonly people: number;
  readonly addresses: LinkAddresses;
}

const affects = (count: number): string =>
  count === 0 ? 'Nobody has authorized it so far.' : `This concerns ${people(count)} who authorized it.`;

const common = ({ link: { id, version }, addresses }: Asked, action: 'disable' | 'enable' | 'delete') => ({
  action: addresses.page(id, action),
  cancel: addresses.link(id),
  subject: { purpose: `link-${action}`, shown: [id, version.toString()] },
});

/** Asks whether a link is to rest. */
export function disableQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'disable'),
    title: `Disable ${asked.link.client.name}?`,
    sentences: [
      `From then on nothing of the application is let in: no sign-in, no request. ${affects(asked.people)}`,
      'You can enable the link again at any time; what people authorized is kept until then.',
    ],
    button: 'Disable',
    isDangerous: true,
  };
}

/** Asks whether a link is to work again. */
export function enableQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'enable'),
    title: `Enable ${asked.link.client.name}?`,
    sentences: [`The application is let in again, as far as people authorized it. ${affects(asked.people)}`],
    button: 'Enable',
    isDangerous: false,
  };
}

/** Asks whether a link is to go for good. */
export function deleteQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'delete'),
    title: `Delete ${asked.link.client.name}?`,
    sentences: [
      `The application loses its credentials and all access at once. ${affects(asked.people)}`,
      'This cannot be undone: linking it again gives new credentials, and everybody has to authorize it again.',
    ],
    button: 'Delete',
    isDangerous: true,
  };
}
