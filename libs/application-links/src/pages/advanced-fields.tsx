import { lifetimeNames } from 'nestjs-drawbridge/oauth-provider';
import { LifetimeFields, type LifetimeFieldsProps } from './lifetime-fields.js';
import { SwitchField } from './switch-field.js';
import { type TypedLink } from './typed-link.js';

interface AdvancedFieldsProps extends LifetimeFieldsProps {
  readonly typed: Pick<TypedLink, 'lifetimes' | 'plainPkceAllowed' | 'clientType'>;
  /** Whether the link is there already, so that its client type is decided. */
  readonly exists: boolean;
}

const names = [...lifetimeNames, 'plainPkceAllowed'];

/** What most links leave alone: closed until something in it is set or has to be put right. */
export const AdvancedFields = ({ typed, problems, lifetimes, exists }: AdvancedFieldsProps) => {
  const isSet = typed.plainPkceAllowed || lifetimeNames.some((name) => typed.lifetimes[name].amount !== '');
  const isFaulty = names.some((name) => problems.has(name));
  const mayBeConfidential = !exists || typed.clientType !== 'public';
  return (
    <details class="db-more" open={isSet || isFaulty}>
      <summary>Advanced settings</summary>
      <LifetimeFields typed={typed} problems={problems} lifetimes={lifetimes} />
      {mayBeConfidential && (
        <SwitchField
          name="plainPkceAllowed"
          label="Allow plain PKCE"
          hint="For an old confidential application that cannot make an S256 challenge. A plain one protects nobody from who can read the request: leave this off where you can."
          checked={typed.plainPkceAllowed}
          problems={problems}
        />
      )}
    </details>
  );
};
