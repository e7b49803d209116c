import { type ComponentChildren } from 'preact';
import { type Grant, useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Pager, type PagerModel } from './pager.js';
import { Permissions } from './permissions.js';
import { type Names, PersonName } from './person-name.js';
import { OnDay, When } from './when.js';

interface PeopleSectionProps {
  readonly linkId: string;
  readonly grants: readonly Grant[];
  /** Live sign-ins by the id of the grant. */
  readonly signIns: ReadonlyMap<string, number>;
  readonly pager: PagerModel;
  readonly names: Names;
  readonly addresses: LinkAddresses;
}

const Row = ({ grant, signIns, linkId, names, addresses }: PeopleSectionProps & { readonly grant: Grant }) => {
  const reader = useReader();
  const { text, rich } = useWords();
  const { clientId, userId } = grant;
  const ofPerson = {
    person: <PersonName id={userId} names={names} />,
    hidden: (inner: ComponentChildren) => <span class="db-visually-hidden">{inner}</span>,
  };
  return (
    <tr>
      <th scope="row">
        <PersonName id={userId} names={names} />{' '}
        <span class="db-subtle">{rich('people.since', { at: <OnDay at={grant.createdAt} /> })}</span>
      </th>
      <td data-label={text('links.permissions')}>
        <Permissions scopes={grant.scopes} />
      </td>
      <td data-label={text('links.lastUsed')}>
        <When at={grant.lastUsedAt} />
      </td>
      <td data-label={text('people.signIns')}>{reader.number(signIns.get(grant.id) ?? 0)}</td>
      <td>
        <span class="db-actions">
          {names.has(userId) && (
            <a class="db-button db-button-small" href={addresses.reach({ clientId, userId })}>
              {rich('people.reach', ofPerson)}
            </a>
          )}
          <a
            class="db-button db-button-small db-button-danger"
            href={addresses.page(linkId, 'withdraw', { person: userId })}
          >
            {rich('people.withdraw', ofPerson)}
          </a>
        </span>
      </td>
    </tr>
  );
};

/** Who let the application in. */
export const PeopleSection = (props: PeopleSectionProps) => {
  const { text } = useWords();
  const { linkId, grants, pager, addresses } = props;
  return (
    <section class="db-card" aria-labelledby="db-people-title">
      <div class="db-card-head">
        <h2 id="db-people-title">{text('people.title', { count: pager.total })}</h2>
        {pager.total > 1 && (
          <a class="db-button db-button-small db-button-danger" href={addresses.page(linkId, 'withdraw')}>
            {text('withdraw.all.button')}
          </a>
        )}
      </div>
      {grants.length === 0 ? (
        <p class="db-empty">{text('people.none')}</p>
      ) : (
        <table class="db-table">
          <caption class="db-visually-hidden">{text('people.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('people.person')}</th>
              <th scope="col">{text('links.permissions')}</th>
              <th scope="col">{text('links.lastUsed')}</th>
              <th scope="col">{text('people.signIns')}</th>
              <th scope="col">
                <span class="db-visually-hidden">{text('links.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {grants.map((grant) => (
              <Row key={grant.id} grant={grant} {...props} />
            ))}
          </tbody>
        </table>
      )}
      <Pager {...pager} />
    </section>
  );
};
