import { type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type AskedAudit, type AuditParameter } from '../audit/audit-query.js';
import { useWords } from '../words/link-words.js';

/** A filter in use, as people read it. */
export interface AuditChip {
  readonly parameter: AuditParameter;
  readonly value: Phrase;
  /** Where everything but this filter is asked for. */
  readonly without: string;
}

/** Some days that are often asked for, and where they are. */
export interface QuickDays {
  /** How many days, today included. */
  readonly days: number;
  readonly href: string;
  readonly isShown: boolean;
}

interface AuditChipsProps {
  readonly chips: readonly AuditChip[];
  readonly quick: readonly QuickDays[];
}

/** The address's query without one filter. */
export function withoutFilter(asked: AskedAudit, parameter: AuditParameter): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => name !== parameter));
}

/** The days that are often asked for, and the filters in use, each with a way to be rid of it. */
export const AuditChips = ({ chips, quick }: AuditChipsProps) => {
  const { text, rich } = useWords();
  const reader = useReader();
  return (
    <div class="db-chips-row">
      <ul class="db-chips" aria-label={text('audit.quick')}>
        {quick.map(({ days, href, isShown }) => (
          <li key={days}>
            <a class="db-chip" href={href} aria-current={isShown ? 'true' : undefined}>
              {days === 1 ? text('audit.today') : text('audit.lastDays', { days })}
            </a>
          </li>
        ))}
      </ul>
      {chips.length > 0 && (
        <ul class="db-chips" aria-label={text('audit.active')}>
          {chips.map(({ parameter, value, without }) => (
            <li key={parameter}>
              <a class="db-chip db-chip-removable" href={without}>
                {rich(`audit.chip.${parameter}`, {
                  b: (inner) => <span class="db-chip-name">{inner}</span>,
                  value: <bdi>{value(reader)}</bdi>,
                  hidden: (inner) => <span class="db-visually-hidden">{inner}</span>,
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
