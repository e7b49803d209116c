import { CreateLinks1764000001000 } from './1764000001000-create-links.migration.js';
import { AddListIndexes1764700001000 } from './1764700001000-add-list-indexes.migration.js';

/** The links' steps from an empty database to today's, behind the provider's. The host spreads them into its data source. */
export const applicationLinksMigrations = [CreateLinks1764000001000, AddListIndexes1764700001000];
