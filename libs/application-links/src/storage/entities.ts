import { ApplicationLink } from '../links/application-link.entity.js';

/** What the links store besides their clients. The host spreads it into the entities of its one data source. */
export const applicationLinksEntities = [ApplicationLink];
