import { type Grant } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Pager, type PagerModel } from './pager.js';
import { Permissions } from './permissions.js';
import { type Names, PersonName } from './person-name.js';
import { When } from './when.js';

interface PeopleSectionProps {
  readonly linkId: string;
  readonly grants: readonly Grant[];
  readonly pager: PagerModel;
  readonly names: Names;
  readonly addresses: LinkAddresses;
}

const Row = ({ grant, linkId, names, addresses }: PeopleSectionProps & { readonly grant: Grant }) => (
  <tr>
    <th scope="row">
      <PersonName id={grant.userId} names={names} />
    </th>
    <td data-label="Permissions">
      <Permissions scopes={grant.scopes} />
    </td>
    <td data-label="Since">
      <When at={grant.createdAt} />
    </td>
    <td data-label="Last used">
      <When at={grant.lastUsedAt} />
    </td>
    <td>
      {names.has(grant.userId) && (
        <a class="db-button db-button-small" href={addresses.reach({ clientId: grant.clientId, userId: grant.userId })}>
          Reach
          <span class="db-visually-hidden">
            {' '}
            for <PersonName id={grant.userId} names={names} />
          </span>
        </a>
      )}{' '}
      <a
        class="db-button db-button-small db-button-danger"
        href={addresses.page(linkId, 'withdraw', { person: grant.userId })}
      >
        Withdraw
        <span class="db-visually-hidden">
          {' '}
          for <PersonName id={grant.userId} names={names} />
        </span>
      </a>
    </td>
  </tr>
);

/** Who let the application in. */
export const PeopleSection = (props: PeopleSectionProps) => {
  const { text } = useWords();
  const { linkId, grants, pager, addresses } = props;
  return (
    <section class="db-card" aria-labelledby="db-people-title">
      <div class="db-card-head">
        <h2 id="db-people-title">Authorized by {text('people.count', { count: pager.total })}</h2>
        {pager.total > 1 && (
          <a class="db-button db-button-small db-button-danger" href={addresses.page(linkId, 'withdraw')}>
            Withdraw all
          </a>
        )}
      </div>
      {grants.length === 0 ? (
        <p class="db-empty">Nobody has authorized this application yet.</p>
      ) : (
        <table class="db-table">
          <caption class="db-visually-hidden">People who authorized the application</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Permissions</th>
              <th scope="col">Since</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span class="db-visually-hidden">Actions</span>
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
