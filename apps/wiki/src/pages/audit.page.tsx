import { Anchor } from '../layout/anchor.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { exactly } from '../layout/when.js';
import { type Pager, PagerLinks } from './pager.js';
import { Table } from './table.js';
import { TitleBar } from './title-bar.js';

/** A line of the audit log. */
export interface AuditLine {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `undefined` when the wiki itself did it. */
  readonly actor: NamedPerson | undefined;
  readonly category: string;
  readonly summary: string;
  readonly affected: string;
  readonly address: string | null;
}

/** What the audit log shows. */
export interface AuditModel {
  readonly lines: readonly AuditLine[];
  readonly pager: Pager;
}

/** The audit log, newest first. */
export function AuditPage({ lines, pager }: AuditModel) {
  return (
    <>
      <TitleBar title="Audit log" lead="Newest first; times in UTC.">
        <Anchor to="/admin/application-links/audit" class="w-button">
          Audit trail of application links
        </Anchor>
      </TitleBar>
      {lines.length > 0 ? (
        <Table
          label="Audit log"
          columns={['When', 'Who', 'What', 'Area', 'Concerning', 'From']}
          wideOnly={['Area', 'From']}
        >
          {lines.map((line) => (
            <tr key={line.id}>
              <td class="w-nowrap">
                <time dateTime={new Date(line.at).toISOString()}>{exactly(line.at).replace(/ UTC$/, '')}</time>
              </td>
              <td>
                {line.actor === undefined ? <span class="w-subtle">The wiki</span> : <PersonLink person={line.actor} />}
              </td>
              <td>{line.summary}</td>
              <td class="w-subtle w-wide-only">{line.category}</td>
              <td>{line.affected}</td>
              <td class="w-subtle w-nowrap w-wide-only">{line.address}</td>
            </tr>
          ))}
        </Table>
      ) : (
        <p class="w-empty">Nothing has happened yet.</p>
      )}
      <PagerLinks pager={pager} path="/admin/audit" />
    </>
  );
}
