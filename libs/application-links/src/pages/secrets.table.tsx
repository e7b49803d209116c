import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { type Rotation, type UsedSecret } from './rotation.js';
import { SecretUsers } from './secret-users.js';
import { OnDay, When } from './when.js';

interface SecretsTableProps {
  readonly linkId: string;
  readonly rotation: Rotation;
  readonly addresses: LinkAddresses;
}

interface RowProps extends SecretsTableProps {
  readonly used: UsedSecret;
  readonly index: number;
}

const dayInMilliseconds = 86_400_000;

const Row = ({ used: { secret, uses }, index, rotation, linkId, addresses }: RowProps) => {
  const { text, rich } = useWords();
  const { secrets, now } = rotation;
  const which = secrets.length === 1 ? 'secrets.only' : index === 0 ? 'secrets.newest' : 'secrets.older';
  const days = Math.floor((now - secret.createdAt) / dayInMilliseconds);
  const created = rich('secrets.created', { at: <OnDay at={secret.createdAt} />, age: text('secrets.age', { days }) });
  return (
    <tr>
      <th scope="row">
        {text(which)} <span class="db-subtle">{created}</span>
      </th>
      <td data-label={text('secrets.lastUsed')}>
        <When at={secret.lastUsedAt} />
      </td>
      <td data-label={text('secrets.usedBy')}>
        <SecretUsers secret={secret} uses={uses} />
      </td>
      <td data-label={text('secrets.ends')}>
        <When at={secret.expiresAt} never={text('secrets.noEnd')} />
      </td>
      <td>
        <a class="db-button db-button-small db-button-danger" href={addresses.endSecret(linkId, secret.id)}>
          {rich('secrets.endNow', {
            number: index + 1,
            hidden: (inner) => <span class="db-visually-hidden">{inner}</span>,
          })}
        </a>
      </td>
    </tr>
  );
};

/** Each secret that works now: how old it is, when and from where it was used, until when it works. */
export const SecretsTable = (props: SecretsTableProps) => {
  const { text } = useWords();
  const { secrets } = props.rotation;
  if (secrets.length === 0) return <p class="db-empty">{text('secrets.none')}</p>;
  return (
    <table class="db-table db-table-secrets">
      <caption class="db-visually-hidden">{text('secrets.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('secrets.secret')}</th>
          <th scope="col">{text('secrets.lastUsed')}</th>
          <th scope="col">{text('secrets.usedBy')}</th>
          <th scope="col">{text('secrets.ends')}</th>
          <th scope="col">
            <span class="db-visually-hidden">{text('links.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {secrets.map((used, index) => (
          <Row key={used.secret.id} {...props} used={used} index={index} />
        ))}
      </tbody>
    </table>
  );
};
