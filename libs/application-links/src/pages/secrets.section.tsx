import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { type Rotation } from './rotation.js';
import { SecretsTable } from './secrets.table.js';

interface SecretsSectionProps {
  readonly linkId: string;
  readonly rotation: Rotation;
  readonly addresses: LinkAddresses;
}

/** The secrets the application may use, without showing them, and who uses which. */
export const SecretsSection = ({ linkId, rotation, addresses }: SecretsSectionProps) => {
  const { text } = useWords();
  const isUnderWay = rotation.secrets.length > 1;
  return (
    <section class="db-card" aria-labelledby="db-secrets-title">
      <div class="db-card-head">
        <h2 id="db-secrets-title">{text('secrets.title')}</h2>
        <a
          class="db-button db-button-small"
          href={addresses.page(linkId, rotation.secrets.length === 0 ? 'secrets/new' : 'secrets')}
        >
          {text(rotation.secrets.length === 0 ? 'secrets.create' : isUnderWay ? 'secrets.goOn' : 'secrets.rotate')}
        </a>
      </div>
      <SecretsTable linkId={linkId} rotation={rotation} addresses={addresses} />
    </section>
  );
};
