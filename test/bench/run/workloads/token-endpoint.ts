import { type Credentials, redirectUri, tokenPath, verifier } from '../../host/protocol.js';
import { type Ask } from '../load.js';
import { formRequest, inTurn } from '../requests.js';
import { type Workload } from '../workload.js';

const posted = ({ clientId, clientSecret }: Credentials, rest: string): string =>
  formRequest(tokenPath, `client_id=${clientId}&client_secret=${clientSecret}&${rest}`);

/** Each connection follows a chain: it sends what it was answered last. */
export const refresh: Workload = {
  name: 'refresh',
  needs: { what: 'refresh token', each: 'connection' },
  asks(_ready, prepared) {
    const chains = prepared.map(({ value, ...client }): Ask => {
      const ask = (token: string) => posted(client, `grant_type=refresh_token&refresh_token=${token}`);
      const chain = {
        status: 200,
        text: ask(value),
        answered(_status: number, _sentAt: number, text: () => string) {
          const [, token] = /"refresh_token":"([^"]+)"/.exec(text()) ?? [];
          if (token === undefined) throw new Error(`There is no next refresh token in ${text()}`);
          chain.text = ask(token);
        },
      };
      return chain;
    });
    return (connection) => chains[connection] ?? null;
  },
};

/** Each code once, with its PKCE verifier. */
export const codeExchange: Workload = {
  name: 'code exchange',
  needs: { what: 'code', each: 'request' },
  asks(_ready, prepared) {
    const rest = `grant_type=authorization_code&redirect_uri=${encodeURIComponent(redirectUri)}&code_verifier=${verifier}`;
    let index = 0;
    return () => {
      const one = prepared[index++];
      return one ? { status: 200, text: posted(one, `${rest}&code=${one.value}`) } : null;
    };
  },
};

/** Known clients in turn, each time with another wrong secret. */
export const wrongSecret: Workload = {
  name: 'wrong client secret',
  asks({ clients }) {
    const next = inTurn(clients);
    let guess = 0;
    return () => {
      const { clientId, clientSecret: right } = next();
      const clientSecret = right.slice(0, -8) + (guess++).toString().padStart(8, '0');
      const text = posted({ clientId, clientSecret }, 'grant_type=refresh_token&refresh_token=any');
      return { status: 401, text };
    };
  },
};
