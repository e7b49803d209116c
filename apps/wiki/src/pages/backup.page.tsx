import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import { When } from '../layout/when.js';
import { type Pager, PagerLinks } from './pager.js';
import { Table } from './table.js';
import { TitleBar } from './title-bar.js';

/** A backup in the list. */
export interface BackupSummary {
  readonly id: string;
  readonly state: 'QUEUED' | 'PROCESSING' | 'FINISHED' | 'FAILED';
  readonly fileName: string;
  /** In bytes; `null` until it is finished. */
  readonly size: number | null;
  readonly requestedBy: NamedPerson;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Why it failed; `null` unless it did. */
  readonly error: string | null;
}

/** What the backup page shows. */
export interface BackupModel {
  readonly jobs: readonly BackupSummary[];
  readonly pager: Pager;
  readonly isStarted: boolean;
}

const states = {
  QUEUED: ['', 'Waiting'],
  PROCESSING: ['w-lozenge-warning', 'Running'],
  FINISHED: ['w-lozenge-success', 'Finished'],
  FAILED: ['w-lozenge-danger', 'Failed'],
} as const;

/** Make a backup, and see the earlier ones. */
export function BackupPage({ jobs, pager, isStarted }: BackupModel) {
  return (
    <>
      <TitleBar title="Backup" lead="A backup holds the whole wiki in one file in the wiki's data folder.">
        <PostForm to="/admin/backup">
          <button type="submit" class="w-button w-button-primary">
            Back up now
          </button>
        </PostForm>
      </TitleBar>
      {isStarted && <Notice tone="info">The backup is under way. Reload this page to see how far it is.</Notice>}
      {jobs.length > 0 ? (
        <Table label="Backups" columns={['File', 'State', 'Size', 'Asked for']}>
          {jobs.map((job) => (
            <tr key={job.id}>
              <th scope="row" class="w-mono">
                {job.fileName}
              </th>
              <td>
                <span class={`w-lozenge ${states[job.state][0]}`}>{states[job.state][1]}</span>
                {job.error && <p class="w-fault">{job.error}</p>}
              </td>
              <td class="w-nowrap">{job.size === null ? '' : sizeInWords(job.size)}</td>
              <td>
                <When at={job.createdAt} /> by <PersonLink person={job.requestedBy} />
              </td>
            </tr>
          ))}
        </Table>
      ) : (
        <p class="w-empty">There is no backup yet.</p>
      )}
      <PagerLinks pager={pager} path="/admin/backup" />
    </>
  );
}

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** For instance `812 bytes`, `1.5 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes.toString()} bytes`;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1] ?? ''}`;
}
