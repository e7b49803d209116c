import { type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type AskedAudit, type AuditParameter, type WrongFilters } from '../audit/audit-query.js';
import { EVENT_GROUPS, typesOf } from '../events/event-groups.js';
import { eventWords } from '../events/event-words.js';
import { useWords } from '../words/link-words.js';
import { Labelled } from './filter-fields.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface AuditFiltersProps {
  readonly asked: AskedAudit;
  readonly wrong: WrongFilters;
  readonly addresses: LinkAddresses;
}

const Types = ({ chosen }: { chosen: string }) => {
  const { text } = useWords();
  const reader = useReader();
  return (
    <Labelled id="audit-type" label={text('audit.type')}>
      <select class="db-input" id="audit-type" name="type">
        <option value="">{text('audit.type.any')}</option>
        {EVENT_GROUPS.map((group) => (
          <optgroup key={group} label={text(`group.${group}`)}>
            {typesOf(group).length > 1 && (
              <option value={group} selected={group === chosen}>
                {text('audit.type.all', { group: text(`group.${group}`) })}
              </option>
            )}
            {typesOf(group).map((type) => (
              <option
                key={type}
                value={type}
                selected={type === chosen || (typesOf(group).length === 1 && group === chosen)}
              >
                {eventWords(type)(reader)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  );
};

interface TypedProps {
  readonly name: AuditParameter;
  readonly type?: 'search' | 'date';
  readonly value: string | undefined;
  readonly label: string;
  readonly hint?: string;
  /** Stands in place of the hint. */
  readonly wrong?: Phrase | undefined;
  /** Whether to begin here. */
  readonly isFirst?: boolean;
}

const Typed = ({ name, type = 'search', value = '', label, hint, wrong, isFirst = false }: TypedProps) => {
  const reader = useReader();
  const id = `audit-${name}`;
  const isWrong = wrong !== undefined;
  const said = wrong?.(reader) ?? hint;
  const input = {
    ...{ class: 'db-input', id, name, value, autoFocus: isWrong && isFirst },
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': said === undefined ? undefined : `${id}-hint`,
  };
  return (
    <Labelled id={id} label={label} hint={said} isWrong={isWrong}>
      {type === 'date' ? (
        <input type="date" {...input} />
      ) : (
        <input type="search" maxLength={200} dir={name === 'address' ? 'ltr' : 'auto'} {...input} />
      )}
    </Labelled>
  );
};

/** Asks for some of the events, by any of the things they are known by. */
export const AuditFilters = ({ asked, wrong, addresses }: AuditFiltersProps) => {
  const { text } = useWords();
  const { timeZone } = useReader();
  return (
    <form class="db-filters" role="search" aria-label={text('audit.filters')} method="get" action={addresses.audit()}>
      <Typed name="link" value={asked.link} label={text('audit.link')} hint={text('audit.link.hint')} />
      <Typed name="person" value={asked.person} label={text('audit.person')} hint={text('audit.person.hint')} />
      <Typed
        name="address"
        value={asked.address}
        label={text('audit.address')}
        hint={text('audit.address.hint')}
        wrong={wrong.address}
        isFirst
      />
      <Types chosen={asked.type ?? ''} />
      <Typed name="from" type="date" value={asked.from} label={text('audit.from')} />
      <Typed
        name="to"
        type="date"
        value={asked.to}
        label={text('audit.to')}
        hint={text('audit.days.hint', { zone: timeZone })}
        wrong={wrong.to}
        isFirst={!wrong.address}
      />
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit">
          {text('audit.show')}
        </button>
        {Object.keys(asked).length > 0 && (
          <a class="db-button db-button-subtle" href={addresses.audit()}>
            {text('audit.clear')}
          </a>
        )}
      </div>
    </form>
  );
};
