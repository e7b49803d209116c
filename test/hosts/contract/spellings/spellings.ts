/** What is changed about a path: `/pages/admin` becomes `/PAGES/ADMIN`. */
type Spelling = readonly [name: string, of: (path: string) => string];

const lastSegment = /[^/]+$/;
const encoded = (text: string): string => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');
const atEnd = (name: string, suffix: string): Spelling => [name, (path) => path + suffix];

/** Tricks that made guards and routers disagree, somewhere, at some time. */
export const spellings: readonly Spelling[] = [
  ['as it is', (path) => path],
  ['upper case', (path) => path.toUpperCase()],
  ['one letter in upper case', (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => letter.toUpperCase())],
  atEnd('a slash at the end', '/'),
  atEnd('two slashes at the end', '//'),
  ['two slashes at the beginning', (path) => `/${path}`],
  ['doubled slashes', (path) => path.replaceAll('/', '//')],
  ['encoded slashes', (path) => `/${path.slice(1).replaceAll('/', '%2F')}`],
  ['a slash encoded at the end', (path) => `${path}%2f`],
  ['backslashes', (path) => `/${path.slice(1).replaceAll('/', '\\')}`],
  ['encoded backslashes', (path) => `/${path.slice(1).replaceAll('/', '%5c')}`],
  ['one letter encoded', (path) => path.replace(/[a-z](?=[^/]*$)/, encoded)],
  ['all letters encoded', (path) => path.replace(/[^/]+/g, encoded)],
  ['encoded twice', (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => encoded(letter).replace('%', '%25'))],
  ['a dot segment', (path) => path.replace(lastSegment, './$&')],
  ['two dots', (path) => path.replace(lastSegment, 'pages/../$&')],
  ['encoded dots', (path) => path.replace(lastSegment, 'pages/%2e%2e/$&')],
  ['dots and encoded slashes', (path) => path.replace(lastSegment, 'pages%2f..%2f$&')],
  ['up from the root', (path) => `/../..${path}`],
  ['down from an open path', (path) => `/pages/..${path}`],
  ['down from an open wildcard', (path) => `/pages/files/..%2f..${path}`],
  atEnd('dots at the end', '/..'),
  atEnd('a dot at the end', '.'),
  atEnd('an extension', '.json'),
  atEnd('matrix parameters', ';a=b'),
  ['matrix parameters in the middle', (path) => path.replace(/^\/[^/]+/, '$&;jsessionid=1')],
  ['an encoded semicolon', (path) => `${path}%3ba=b`],
  atEnd('a query', '?scope=ADMIN&path=/admin'),
  atEnd('an empty query', '?'),
  atEnd('two question marks', '??/admin'),
  atEnd('an encoded question mark', '%3fa=b'),
  atEnd('a method in the query', '?_method=DELETE'),
  atEnd('a fragment', '#/admin'),
  atEnd('an encoded fragment', '%23'),
  atEnd('a blank at the end', '%20'),
  ['a tab at the beginning', (path) => path.replace(lastSegment, '%09$&')],
  atEnd('NUL', '%00'),
  atEnd('a line', '%0d%0aX: y'.replace(' ', '%20')),
  ['an overlong slash', (path) => `/${path.slice(1).replaceAll('/', '%c0%af')}`],
  [
    'a wide letter',
    (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => encoded(String.fromCharCode(letter.charCodeAt(0) + 0xfee0))),
  ],
  ['the long s', (path) => path.replaceAll('s', encoded('ſ'))],
  atEnd('a bad encoding', '%zz'),
  atEnd('a plus', '+'),
  ['a whole address', (path) => `http://pages.example${path}`],
  ['a host without a scheme', (path) => `//pages${path}`],
];

const asking = (method: string, header?: string, value = ''): Asking => {
  return header === undefined
    ? { name: method, method, headers: {} }
    : { name: `${method} and ${header}: ${value}`, method, headers: { [header]: value } };
};

/** A method, and a header that asks for another one, for another path or for a version. */
interface Asking {
  readonly name: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every method alone, and headers that some servers believe. */
export const askings: readonly Asking[] = [
  ...['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'SEARCH', 'PROPFIND'].map((method) => asking(method)),
  ...['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'].flatMap((name) => [
    asking('POST', name, 'GET'),
    asking('GET', name, 'DELETE'),
    asking('HEAD', name, 'POST'),
  ]),
  ...['X-Original-URL', 'X-Rewrite-URL', 'X-Forwarded-Prefix', 'X-Forwarded-Uri'].map((name) =>
    asking('GET', name, '/admin'),
  ),
  ...['1', '2', '1, 2'].map((version) => asking('GET', 'X-Version', version)),
  ...['v=1', 'v=2', 'v=1;v=2'].map((version) => asking('GET', 'Accept', `application/json;${version}`)),
];
