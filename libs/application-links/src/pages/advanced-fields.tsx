import { lifetimeNames } from 'nestjs-drawbridge/oauth-provider';
import { LifetimeFields, type LifetimeFieldsProps } from './lifetime-fields.js';
import { SwitchField } from './switch-field.js';
import { type TypedLink } from './typed-link.js';

interface AdvancedFieldsProps extends LifetimeFieldsProps {
  readonly typed: Pick<TypedLink, 'lifetimes' | 'plainPkceAllowed' | 'mayIntrospectAll' | 'clientType'>;
  /** Whether the link is there already, so that its client type is decided. */
  readonly exists: boolean;
}

const switches = ['plainPkceAllowed', 'mayIntrospectAll'] as const;

/** What most links leave alone: closed until something in it is set or has to be put right. */
export const AdvancedFields = ({ typed, problems, lifetimes, exists }: AdvancedFieldsProps) => {
  const isSet =
    switches.some((name) => typed[name]) || lifetimeNames.some((name) => typed.lifetimes[name].amount !== '');
  const isFaulty = [...switches, ...lifetimeNames].some((name) => problems.has(name));
  const mayBeConfidential = !exists || typed.clientType !== 'public';
  return (
    <details class="db-more" open={isSet || isFaulty}>
      <summary>Advanced settings</summary>
      <LifetimeFields typed={typed} problems={problems} lifetimes={lifetimes} />
      {mayBeConfidential && (
        <SwitchField
          name="mayIntrospectAll"
          label="May ask about every access token"
          hint="For a service that other applications call with tokens of this wiki. It hears whether a token works, whose it is, which application has it and what it may do. Without this an application hears of its own tokens only."
          checked={typed.mayIntrospectAll}
          problems={problems}
        />
      )}
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
