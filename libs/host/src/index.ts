export { HostModule, type HostOptions } from './host.module.js';
export { type AuditEvent, AuditTrail } from './ports/audit-trail.port.js';
export { BaseUrl } from './ports/base-url.port.js';
export { Clock } from './ports/clock.port.js';
export { CurrentUser, type SignedInPerson } from './ports/current-user.port.js';
export { FormTickets, type TicketRefusal, type TicketSubject } from './ports/form-tickets.port.js';
export { type Key, Keys } from './ports/keys.port.js';
export { type PageContent, PageLayout, type PagePlace } from './ports/page-layout.port.js';
export { type Level, type Person, Users } from './ports/users.port.js';
