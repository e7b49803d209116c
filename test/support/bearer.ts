/** One call of an application to the wiki's REST. */
export async function call(
  wiki: string,
  accessToken: string,
  path: string,
  init: { readonly method?: string; readonly json?: object; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json',
    ...(init.json ? { 'content-type': 'application/json' } : {}),
    ...init.headers,
  };
  return fetch(wiki + path, {
    method: init.method ?? 'GET',
    headers,
    body: init.json ? JSON.stringify(init.json) : undefined,
  });
}
