import type { HttpPage } from './http-page.js';
import type { HttpSession } from './http-session.js';

/** Opens an application's request for authorization and answers it; gives the URL the application is called back at. */
export async function answerConsent(
  person: HttpSession,
  authorizationUrl: URL,
  answer: { readonly button?: 'Allow' | 'Deny'; readonly scope?: string } = {},
): Promise<URL> {
  const page = await person.get(authorizationUrl.href);
  const sent = await submitConsent(person, page, answer);
  const { location } = sent;
  if (!location)
    throw new Error(`No redirect after consent: ${sent.status} at ${sent.url}\n${sent.text.slice(0, 2000)}`);
  return location;
}

/** Sends the form of a consent page; gives the answer with its redirect not followed. */
export async function submitConsent(
  person: HttpSession,
  page: HttpPage,
  { button = 'Allow', scope }: { readonly button?: 'Allow' | 'Deny'; readonly scope?: string } = {},
): Promise<HttpPage> {
  return person.submit(page.form('oauth2/latest/consent'), scope ? { scope } : {}, button);
}
