import { say } from '../words/link-words.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type Question } from './confirmations.service.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** What decides how a question about a link is worded. */
export interface Asked {
  readonly link: ApplicationLink;
  /** How many people let the application in. */
  readonly people: number;
  readonly addresses: LinkAddresses;
}

const common = ({ link: { id, version }, addresses }: Asked, action: 'disable' | 'enable' | 'delete') => ({
  action: addresses.page(id, action),
  cancel: addresses.link(id),
  subject: { purpose: `link-${action}`, shown: [id, version.toString()] },
});

/** Asks whether a link is to rest. */
export function disableQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'disable'),
    title: say('disable.title', { name: asked.link.client.name }),
    sentences: [say('disable.what', { people: asked.people }), say('disable.undo')],
    button: say('actions.disable'),
    isDangerous: true,
  };
}

/** Asks whether a link is to work again. */
export function enableQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'enable'),
    title: say('enable.title', { name: asked.link.client.name }),
    sentences: [say('enable.what', { people: asked.people })],
    button: say('actions.enable'),
    isDangerous: false,
  };
}

/** Asks whether a link is to go for good. */
export function deleteQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'delete'),
    title: say('delete.title', { name: asked.link.client.name }),
    sentences: [say('delete.what', { people: asked.people }), say('delete.noUndo')],
    button: say('actions.delete'),
    isDangerous: true,
  };
}
