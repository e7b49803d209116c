import { administrator, personHeader } from '../../host/protocol.js';
import { getRequest } from '../requests.js';
import { type Workload } from '../workload.js';

/** An administrator lists application links. */
export const links: Workload = {
  name: 'list of links',
  isOurs: true,
  asks() {
    const path = '/rest/application-links/latest/links?limit=50';
    const ask = { status: 200, text: getRequest(path, { [personHeader]: administrator }) };
    return () => ask;
  },
};
