export { ApplicationLinksModule } from './application-links.module.js';
export { HostLinks, type HostLinkCredentials, type NewHostLink } from './links/host-links.service.js';
export { applicationLinksEntities } from './storage/entities.js';
export { applicationLinksMigrations } from './storage/migrations.js';
export { ApplicationLinksOptions } from './application-links.options.js';
export { type LinkTranslation } from './words/link-words.js';
