export { ApplicationLinksModule } from './application-links.module.js';
export { applicationLinksEntities } from './storage/entities.js';
export { applicationLinksMigrations } from './storage/migrations.js';
