import { requestWith, formRequest } from '../requests.js';
import { type Workload } from '../workload.js';

/** Every other connection uses a token of its own, and these are counted; the others revoke one after another. */
export const revocations: Workload = {
  name: 'revoke under load',
  needs: { what: 'access token', each: 'request' },
  isOurs: true,
  asks({ live }, prepared) {
    let index = 0;
    return (connection) => {
      if (connection % 2 === 0) return { status: 200, text: requestWith(live[connection] ?? '') };
      const one = prepared[index++];
      if (!one) return null;
      const body = `client_id=${one.clientId}&client_secret=${one.clientSecret}&token=${one.value}`;
      return { status: 200, isAside: true, text: formRequest('/rest/oauth2/latest/revoke', body) };
    };
  },
};
