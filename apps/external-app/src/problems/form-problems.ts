import { Problem } from './problem.js';

/** A form without a valid ticket: an old page, or somebody else's. */
export const staleForm = (): Problem =>
  new Problem({
    status: 403,
    title: 'That form is no longer valid',
    happened: 'The form was opened before Field Notes was restarted or your session ended, or it came from elsewhere.',
    next: 'Nothing was changed. Open the page again and repeat what you did.',
    waysOn: ['notes', 'connection', 'settings'],
  });

/** No such page here. */
export const notFound = (): Problem =>
  new Problem({
    status: 404,
    title: 'There is no such page',
    happened: 'Field Notes has no page at this address.',
    next: 'Use the navigation above.',
    waysOn: ['notes', 'settings'],
  });

/** A request the web framework refused, for instance a form that is too large. */
export const badRequest = (status: number): Problem =>
  new Problem({
    status,
    title: 'That request could not be read',
    happened: status === 413 ? 'The form is larger than Field Notes takes (100 kB).' : 'The request was malformed.',
    next: status === 413 ? 'Go back and shorten the text.' : 'Open the page again and repeat what you did.',
    waysOn: ['notes'],
  });

/** A fault of this application. */
export const ownFault = (): Problem =>
  new Problem({
    status: 500,
    title: 'Field Notes made a mistake',
    happened: 'Something went wrong inside Field Notes. Your wiki is not the cause.',
    next: 'Try again. If it happens again, look at what Field Notes wrote to its log.',
    waysOn: ['notes', 'connection'],
  });
