import { type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { longestName } from '../links/link-name.js';
import { useWords } from '../words/link-words.js';
import { AdvancedFields } from './advanced-fields.js';
import { ClientTypeField } from './client-type.field.js';
import { described, Field, type Problems } from './field.js';
import { PermissionField } from './permission.field.js';
import { RedirectUrisField } from './redirect-uris.field.js';
import { SwitchField } from './switch-field.js';
import { type TypedLink } from './typed-link.js';

interface LinkFieldsProps {
  readonly typed: TypedLink;
  readonly problems: Problems;
  /** Whether the link is there already, so that its client type is decided. */
  readonly exists: boolean;
  readonly lifetimes: Lifetimes;
}

const NameField = ({ typed, problems }: LinkFieldsProps) => {
  const { text } = useWords();
  return (
    <Field name="name" label={text('form.name')} hint={text('form.name.hint')} problems={problems}>
      <input
        {...described('name', problems)}
        class="db-input"
        type="text"
        dir="auto"
        value={typed.name}
        maxLength={longestName}
        required
        autoComplete="off"
      />
    </Field>
  );
};

const DescriptionField = ({ typed: { description }, problems }: LinkFieldsProps) => {
  const { text } = useWords();
  const hint = text('form.description.hint');
  return (
    <Field name="description" label={text('form.description')} optional hint={hint} problems={problems}>
      <textarea {...described('description', problems)} class="db-input" rows={2} dir="auto">
        {/* HTML drops the first line break in a text area; one more keeps the text as it was typed. */}
        {description.startsWith('\n') ? `\n${description}` : description}
      </textarea>
    </Field>
  );
};

/** The fields of a link, for a new one and for one that is there. */
export const LinkFields = (props: LinkFieldsProps) => {
  const { typed, problems, exists } = props;
  const { text } = useWords();
  return (
    <>
      <NameField {...props} />
      <RedirectUrisField uris={typed.redirectUris} problems={problems} />
      <PermissionField scope={typed.scope} problems={problems} />
      <ClientTypeField clientType={typed.clientType} problems={problems} exists={exists} />
      <SwitchField
        name="pkceRequired"
        label={text('form.pkceRequired')}
        hint={text('form.pkceRequired.hint')}
        checked={typed.pkceRequired}
        problems={problems}
      />
      {!(exists && typed.clientType === 'public') && (
        <SwitchField
          name="rememberConsent"
          label={text('form.rememberConsent')}
          hint={text('form.rememberConsent.hint')}
          checked={typed.rememberConsent}
          problems={problems}
        />
      )}
      <DescriptionField {...props} />
      <AdvancedFields {...props} />
    </>
  );
};
