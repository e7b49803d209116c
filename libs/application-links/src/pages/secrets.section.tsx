import { type ClientSecret } from 'nestjs-drawbridge/oauth-provider';
import { type LinkAddresses } from './link-addresses.service.js';
import { When } from './when.js';

interface SecretsSectionProps {
  readonly linkId: string;
  readonly secrets: readonly ClientSecret[];
  readonly addresses: LinkAddresses;
}

/** The secrets the application may use, without showing them. */
export const SecretsSection = ({ linkId, secrets, addresses }: SecretsSectionProps) => (
  <section class="db-card" aria-labelledby="db-secrets-title">
    <div class="db-card-head">
      <h2 id="db-secrets-title">Client secrets</h2>
      <a class="db-button db-button-small" href={addresses.page(linkId, 'secrets/new')}>
        Create new secret
      </a>
    </div>
    {secrets.length === 0 ? (
      <p class="db-empty">No secret is left, so the application cannot get in.</p>
    ) : (
      <table class="db-table">
        <caption class="db-visually-hidden">Client secrets</caption>
        <thead>
          <tr>
            <th scope="col">Created</th>
            <th scope="col">Last used</th>
            <th scope="col">Ends</th>
            <th scope="col">
              <span class="db-visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {secrets.map(({ id, createdAt, lastUsedAt, expiresAt }, index) => (
            <tr key={id}>
              <td data-label="Created">
                <When at={createdAt} />
              </td>
              <td data-label="Last used">
                <When at={lastUsedAt} />
              </td>
              <td data-label="Ends">
                <When at={expiresAt} never="No end" />
              </td>
              <td>
                <a class="db-button db-button-small db-button-danger" href={addresses.endSecret(linkId, id)}>
                  End now<span class="db-visually-hidden"> secret {index + 1}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
