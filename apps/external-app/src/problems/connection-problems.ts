import { Problem, type ProblemWords } from './problem.js';

type Words = Omit<ProblemWords, 'wikiSaid'>;

/** The answer to "Connect" belongs to no request of this browser. */
export const stateMismatch = (): Problem =>
  new Problem({
    status: 400,
    title: 'This answer does not belong to you',
    happened:
      'A browser came back from the wiki with a "state" that Field Notes did not give out in this session. The request ' +
      'may be too old or already answered, Field Notes may have been restarted, or somebody sent you a link of theirs.',
    next: 'Nothing was connected. Start again with the button below.',
    waysOn: ['connect', 'connection'],
  });

/** No client ID yet. */
export const notSetUp = (): Problem =>
  new Problem({
    status: 409,
    title: 'No wiki is set up yet',
    happened: 'Field Notes does not know which wiki to connect to, and under which client ID.',
    next: 'Enter what the administrator of the wiki gave you.',
    waysOn: ['settings'],
  });

/** Nobody connected in this browser. */
export const notConnected = (): Problem =>
  new Problem({
    status: 409,
    title: 'Not connected',
    happened: 'Field Notes has no access to the wiki in this browser.',
    next: 'Connect first; the wiki will ask you what Field Notes may do.',
    waysOn: ['connect', 'connection'],
  });

const ofRefusal: Record<string, Words> = {
  access_denied: {
    status: 403,
    title: 'You did not let Field Notes in',
    happened: 'At the wiki, access was declined. Nothing was connected.',
    next: 'If that was a mistake, connect again and choose to allow it.',
    waysOn: ['connect', 'connection'],
  },
  invalid_client: {
    status: 502,
    title: 'The wiki does not accept our credentials',
    happened: 'Client ID or client secret are wrong, or the link was disabled, deleted or given a new secret.',
    next: 'Compare both with "View credentials" in the wiki and enter them again.',
    waysOn: ['settings', 'connect'],
  },
  invalid_scope: {
    status: 502,
    title: 'The wiki does not offer these permissions',
    happened: 'Field Notes asked for permissions that the link does not have.',
    next: 'Ask for less in the settings, or have the administrator raise the permissions of the link.',
    waysOn: ['settings', 'connect'],
  },
  invalid_grant: {
    status: 502,
    title: 'The wiki did not accept its own code',
    happened: 'The code from the wiki was too old, already used, or meant for another redirect URL.',
    next: 'Connect again. If it stays so, compare the redirect URL in the wiki with the one in the settings.',
    waysOn: ['connect', 'settings'],
  },
};

/** The wiki refused by an OAuth error code. */
export function refused(code: string, saying: string): Problem {
  const words = ofRefusal[code] ?? {
    status: 502,
    title: 'The wiki refused to connect',
    happened: 'The wiki did not accept what Field Notes asked.',
    next: 'Compare the settings with the link in the wiki, then connect again.',
    waysOn: ['settings', 'connect'],
  };
  return new Problem({ ...words, wikiSaid: saying });
}

/** Neither token is good any more. */
export const accessEnded = (saying: string): Problem =>
  new Problem({
    status: 403,
    title: 'The wiki ended our access',
    happened: 'You or an administrator withdrew the access, or it was not used for too long.',
    wikiSaid: saying,
    next: 'Connect again, if you still want Field Notes to work with the wiki.',
    waysOn: ['connect', 'connection'],
  });

/** No answer came. */
export const unreachable = (wikiUrl: string, detail: string): Problem =>
  new Problem({
    status: 503,
    title: 'The wiki cannot be reached',
    happened: `Field Notes asked ${wikiUrl} and got no usable answer: ${detail}.`,
    next: 'Try again in a moment; your connection is kept. If it stays so, check the wiki URL in the settings.',
    waysOn: ['notes', 'connection', 'settings'],
  });

/** Something answered that is no wiki, or another one. */
export const unexpected = (wikiUrl: string, detail: string): Problem =>
  new Problem({
    status: 502,
    title: 'That was not the answer of a wiki',
    happened: `What answered for ${wikiUrl} did not speak as this wiki should.`,
    wikiSaid: detail,
    next: 'Check that the wiki URL is the base URL the wiki gives itself, with its context path.',
    waysOn: ['settings', 'connect'],
  });
