import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { type AskedAudit, type AuditParameter } from '../audit/audit-query.js';
import { EVENT_GROUPS, typesOf } from '../events/event-groups.js';
import { eventWords } from '../events/event-words.js';
import { useWords } from '../words/link-words.js';
import { Labelled } from './filter-fields.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface AuditFiltersProps {
  readonly asked: AskedAudit;
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
  readonly value: string | undefined;
  readonly label: string;
  readonly hint?: string;
}

const hinted = (id: string, hint: string | undefined) =>
  hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };

const Typed = ({ name, value = '', label, hint }: TypedProps) => {
  const id = `audit-${name}`;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        class="db-input"
        type="search"
        id={id}
        name={name}
        value={value}
        maxLength={200}
        dir={name === 'address' ? 'ltr' : 'auto'}
        {...hinted(id, hint)}
      />
    </Labelled>
  );
};

const Day = ({ name, value = '', label, hint }: TypedProps) => {
  const id = `audit-${name}`;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input class="db-input" type="date" id={id} name={name} value={value} {...hinted(id, hint)} />
    </Labelled>
  );
};

/** Asks for some of the events, by any of the things they are known by. */
export const AuditFilters = ({ asked, addresses }: AuditFiltersProps) => {
  const { text } = useWords();
  const { timeZone } = useReader();
  return (
    <form class="db-filters" role="search" aria-label={text('audit.filters')} method="get" action={addresses.audit()}>
      <Typed name="link" value={asked.link} label={text('audit.link')} hint={text('audit.link.hint')} />
      <Typed name="person" value={asked.person} label={text('audit.person')} hint={text('audit.person.hint')} />
      <Typed name="address" value={asked.address} label={text('audit.address')} hint={text('audit.address.hint')} />
      <Types chosen={asked.type ?? ''} />
      <Day name="from" value={asked.from} label={text('audit.from')} />
      <Day name="to" value={asked.to} label={text('audit.to')} hint={text('audit.days.hint', { zone: timeZone })} />
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit">
          {text('audit.show')}
        </button>
        <a class="db-button db-button-subtle" href={addresses.audit()}>
          {text('audit.clear')}
        </a>
      </div>
    </form>
  );
};
