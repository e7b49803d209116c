import { say } from '../words/link-words.js';
import { type Reliance } from '../authorizations/link-reliance.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type Question } from './confirmations.service.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** What decides how a question about a link is worded. */
export interface Asked {
  readonly link: ApplicationLink;
  /** What stops with it. */
  readonly reliance: Reliance;
  readonly addresses: LinkAddresses;
}

const common = (
  { link: { id, version, client }, reliance, addresses }: Asked,
  action: 'disable' | 'enable' | 'delete',
) => ({
  link: { id, name: client.name },
  action: addresses.page(id, action),
  cancel: addresses.link(id),
  reliance,
  subject: { purpose: `link-${action}`, shown: [id, version.toString()] },
});

/** Asks whether a link is to rest. */
export function disableQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'disable'),
    title: say('disable.title', { name: asked.link.client.name }),
    sentences: [say('disable.what'), say('disable.undo')],
    button: say('actions.disable'),
    isDangerous: true,
  };
}

/** Asks whether a link is to work again. */
export function enableQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'enable'),
    title: say('enable.title', { name: asked.link.client.name }),
    sentences: [say('enable.what')],
    button: say('actions.enable'),
    isDangerous: false,
  };
}

/** Asks whether a link is to go for good; its name has to be typed. */
export function deleteQuestion(asked: Asked): Question {
  return {
    ...common(asked, 'delete'),
    title: say('delete.title', { name: asked.link.client.name }),
    sentences: [say('delete.what'), say('delete.noUndo')],
    name: asked.link.client.name,
    button: say('actions.delete'),
    isDangerous: true,
  };
}
