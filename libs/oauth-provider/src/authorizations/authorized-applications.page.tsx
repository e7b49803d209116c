import { type Scope, SCOPE_WORDS } from 'nestjs-drawbridge/scopes';

/** One application a person let in. */
export interface AuthorizedApplication {
  readonly grantId: string;
  readonly name: string;
  readonly enabled: boolean;
  /** The highest it was let in for. */
  readonly scope: Scope | null;
  readonly since: Date;
  readonly lastUsed: Date | null;
  /** Until when the person's yes is remembered; `null` when they are asked every time. */
  readonly rememberedUntil: Date | null;
  readonly ticket: string;
}

/** What the page shows. */
export interface AuthorizedApplicationsModel {
  readonly applications: readonly AuthorizedApplication[];
  readonly action: string;
  readonly notice: { readonly text: string; readonly good: boolean } | null;
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const When = ({ at, format }: { at: Date; format: Intl.DateTimeFormat }) => (
  <time dateTime={at.toISOString()}>{format.format(at)}</time>
);

const Row = ({ application, action }: { application: AuthorizedApplication; action: string }) => (
  <tr>
    <th scope="row" data-label="Application">
      {application.name}
      {!application.enabled && <span class="db-badge">Disabled by an administrator</span>}
      {application.rememberedUntil && (
        <span class="db-subtle">
          Your answer is remembered until <When at={application.rememberedUntil} format={day} />
        </span>
      )}
    </th>
    <td data-label="It may">{application.scope ? SCOPE_WORDS[application.scope].title : 'Nothing any more'}</td>
    <td data-label="Since">
      <When at={application.since} format={day} />
    </td>
    <td data-label="Last used">
      {application.lastUsed ? <>{<When at={application.lastUsed} format={minute} />} UTC</> : 'Never'}
    </td>
    <td>
      <form method="post" action={action}>
        <input type="hidden" name="id" value={application.grantId} />
        <input type="hidden" name="ticket" value={application.ticket} />
        <button class="db-button db-button-danger" type="submit" aria-label={`Revoke ${application.name}`}>
          Revoke
        </button>
      </form>
    </td>
  </tr>
);

/** The applications a person let in, each with the way to end it. */
export const AuthorizedApplicationsPage = ({ applications, action, notice }: AuthorizedApplicationsModel) => (
  <section aria-labelledby="db-authorized-title">
    <header class="db-page-head">
      <h1 id="db-authorized-title">Authorized applications</h1>
    </header>
    {notice && (
      <p class={`db-notice ${notice.good ? 'db-notice-success' : 'db-notice-warning'}`} role="status">
        {notice.text}
      </p>
    )}
    <p>
      These applications may use the wiki in your name, never beyond what you can do yourself. Revoking takes effect at
      once, on all their devices, and you are asked again.
    </p>
    {applications.length === 0 ? (
      <p class="db-empty">You have not let any application in.</p>
    ) : (
      <table class="db-table">
        <thead>
          <tr>
            <th scope="col">Application</th>
            <th scope="col">It may</th>
            <th scope="col">Since</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span class="db-visually-hidden">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {applications.map((application) => (
            <Row key={application.grantId} application={application} action={action} />
          ))}
        </tbody>
      </table>
    )}
  </section>
);
