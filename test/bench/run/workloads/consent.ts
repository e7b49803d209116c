import { challenge, personHeader, redirectUri } from '../../host/protocol.js';
import { type Ask } from '../load.js';
import { formRequest, getRequest } from '../requests.js';
import { type Workload } from '../workload.js';

/** On each connection somebody opens the page, says yes, and opens it again. */
export const consent: Workload = {
  name: 'authorize and consent',
  isOurs: true,
  asks({ signIns }) {
    const dialogues = new Map<number, Ask>();
    return (connection) => {
      const { userId, clientId } = signIns[connection] ?? { userId: '', clientId: '' };
      const headers = { [personHeader]: userId, 'Sec-Fetch-Site': 'same-origin' };
      const question = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'WRITE',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).toString();
      const open: Ask = {
        status: 200,
        text: getRequest(`/rest/oauth2/latest/authorize?${question}`, headers),
        answered: (_status, _sentAt, text) => dialogues.set(connection, yes(text())),
      };
      const yes = (page: string): Ask => {
        const [, ticket] = /name="ticket" value="([^"]+)"/.exec(page) ?? [];
        if (ticket === undefined) throw new Error(`There is no ticket in ${page}`);
        const form = new URLSearchParams({ request: question, ticket, scope: 'WRITE', answer: 'allow' }).toString();
        return {
          status: 303,
          text: formRequest('/rest/oauth2/latest/consent', form, headers),
          answered(_status, _sentAt, text) {
            if (!/^location: .*[?&]code=/im.test(text())) throw new Error(`There is no code in ${text()}`);
            dialogues.set(connection, open);
          },
        };
      };
      return dialogues.get(connection) ?? open;
    };
  },
};
