import { type AskedAudit, type WrongFilters } from '../audit/audit-query.js';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { useWords } from '../words/link-words.js';
import { AdministratorPlaces } from './administrator-places.js';
import { type AuditChip, AuditChips, type QuickDays } from './audit-chips.js';
import { AuditFilters } from './audit-filters.js';
import { EventTable } from './event-table.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** What the page of the audit trail shows. */
export interface AuditModel {
  readonly asked: AskedAudit;
  /** What has to be put right before anything is shown. */
  readonly wrong: WrongFilters;
  /** `null` where something is wrong. */
  readonly named: NamedEvents | null;
  readonly chips: readonly AuditChip[];
  readonly quick: readonly QuickDays[];
  /** Where the pages beside this one are; `null` when there are none. */
  readonly newest: string | null;
  readonly newer: string | null;
  readonly older: string | null;
  /** Where only the events of one person or one address are, with the other filters kept. */
  readonly only: (filter: { readonly person?: string; readonly address?: string }) => string;
  readonly addresses: LinkAddresses;
}

const Export = ({ asked, addresses }: Pick<AuditModel, 'asked' | 'addresses'>) => {
  const { text } = useWords();
  return (
    <section class="db-export" aria-labelledby="db-export-title">
      <div>
        <h2 id="db-export-title">{text('audit.export')}</h2>
        <p class="db-hint">{text('audit.export.hint')}</p>
      </div>
      <div class="db-actions">
        <a class="db-button" href={addresses.auditExport({ ...asked, format: 'csv' })} download>
          {text('audit.export.csv')}
        </a>
        <a class="db-button" href={addresses.auditExport({ ...asked, format: 'jsonl' })} download>
          {text('audit.export.jsonl')}
        </a>
      </div>
    </section>
  );
};

const AuditPager = ({ newest, newer, older }: Pick<AuditModel, 'newest' | 'newer' | 'older'>) => {
  const { text } = useWords();
  if (newer === null && older === null) return null;
  return (
    <nav class="db-pager" aria-label={text('audit.pages')}>
      <span class="db-actions">
        {newest !== null && (
          <a class="db-button db-button-small" href={newest}>
            {text('audit.newest')}
          </a>
        )}
        {newer !== null && (
          <a class="db-button db-button-small" href={newer} rel="prev">
            {text('audit.newer')}
          </a>
        )}
      </span>
      {older !== null && (
        <a class="db-button db-button-small" href={older} rel="next">
          {text('audit.older')}
        </a>
      )}
    </nav>
  );
};

const Results = ({ named, ...model }: AuditModel & { readonly named: NamedEvents }) => {
  const { text } = useWords();
  const { asked, chips, only, addresses } = model;
  const isEmpty = named.events.length === 0;
  return (
    <>
      <section class="db-card" aria-labelledby="db-audit-results">
        <h2 id="db-audit-results">{text('audit.results')}</h2>
        {isEmpty ? (
          <p class="db-empty">{chips.length > 0 ? text('audit.noneFound') : text('audit.none')}</p>
        ) : (
          <EventTable named={named} addresses={addresses} only={only} isOfOneLink={false} />
        )}
        <AuditPager {...model} />
      </section>
      {!isEmpty && <Export asked={asked} addresses={addresses} />}
    </>
  );
};

/** Everything that happened to all links, newest first, or what is asked for of it. */
export const AuditPage = (model: AuditModel) => {
  const { text } = useWords();
  const { asked, wrong, named, chips, quick, addresses } = model;
  return (
    <section aria-labelledby="db-audit-title">
      <AdministratorPlaces here="audit" addresses={addresses} />
      <header class="db-page-head">
        <div>
          <h1 id="db-audit-title">{text('audit.title')}</h1>
          <p class="db-lead">{text('audit.lead')}</p>
        </div>
      </header>
      <AuditFilters asked={asked} wrong={wrong} addresses={addresses} />
      <AuditChips chips={chips} quick={quick} />
      {named && <Results {...model} named={named} />}
    </section>
  );
};
