const secretFields =
  /^(access_token|refresh_token|client_secret|code|code_verifier|password|ticket|csrfToken|request)$/;
const secretHeaders = /^(authorization|cookie|set-cookie|x-csrf-token)$/;
const shownHeaders = ['authorization', 'content-type', 'location', 'www-authenticate', 'x-csrf-token'];
const longestBody = 600;

const shorten = (text: string): string => (text.length > 18 ? `${text.slice(0, 14)}…` : text);

function shownForm(body: URLSearchParams): string {
  const pairs = [...body].map(([name, value]) => `${name}=${secretFields.test(name) ? shorten(value) : value}`);
  return pairs.join('&');
}

function shownJson(text: string): string {
  const hide = (name: string, value: unknown): unknown =>
    /secret|token$/i.test(name) && typeof value === 'string' && value.length > 18 ? shorten(value) : value;
  return JSON.stringify(JSON.parse(text), (name, value: unknown) => hide(name, value), 2);
}

function shownUrl(url: string): string {
  const [address = '', query] = url.split('?');
  return query === undefined ? address : `${address}?${decodeURIComponent(shownForm(new URLSearchParams(query)))}`;
}

function headerLines(headers: Headers): string[] {
  return shownHeaders.flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return [];
    const shown = secretHeaders.test(name) ? value.slice(0, 24) + '…' : name === 'location' ? shownUrl(value) : value;
    return [`${name}: ${shown}`];
  });
}

function answerBody(type: string, text: string): string {
  if (text === '') return '';
  if (type.includes('json')) return shownJson(text);
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1];
  return title === undefined ? text.slice(0, longestBody) : `[page: ${title}]`;
}

const indent = (lines: readonly string[], mark: string): string =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `  ${mark} ${line}`)
    .join('\n');

/** A fetch that prints every request and answer, with what is secret cut short. */
export function printedFetch(real: typeof fetch, print: (text: string) => void): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const isForm = (request.headers.get('content-type') ?? '').includes('form-urlencoded');
    const sentLines = sent === '' ? [] : [isForm ? shownForm(new URLSearchParams(sent)) : shownJson(sent)];
    print(indent([`${request.method} ${shownUrl(request.url)}`, ...headerLines(request.headers), ...sentLines], '→'));
    const answer = await real(request);
    const type = answer.headers.get('content-type') ?? '';
    const body = answerBody(type, await answer.clone().text());
    print(
      indent(
        [`${answer.status.toString()} ${answer.statusText}`, ...headerLines(answer.headers), ...(body ? [body] : [])],
        '←',
      ),
    );
    return answer;
  };
}
