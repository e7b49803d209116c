import { lifetimeNames } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
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
  const { text } = useWords();
  const isSet =
    switches.some((name) => typed[name]) || lifetimeNames.some((name) => typed.lifetimes[name].amount !== '');
  const isFaulty = [...switches, ...lifetimeNames].some((name) => problems.has(name));
  const mayBeConfidential = !exists || typed.clientType !== 'public';
  return (
    <details class="db-more" open={isSet || isFaulty}>
      <summary>{text('form.advanced')}</summary>
      <LifetimeFields typed={typed} problems={problems} lifetimes={lifetimes} />
      {mayBeConfidential && (
        <SwitchField
          name="mayIntrospectAll"
          label={text('form.mayIntrospectAll')}
          hint={text('form.mayIntrospectAll.hint')}
          checked={typed.mayIntrospectAll}
          problems={problems}
        />
      )}
      {mayBeConfidential && (
        <SwitchField
          name="plainPkceAllowed"
          label={text('form.plainPkceAllowed')}
          hint={text('form.plainPkceAllowed.hint')}
          checked={typed.plainPkceAllowed}
          problems={problems}
        />
      )}
    </details>
  );
};
