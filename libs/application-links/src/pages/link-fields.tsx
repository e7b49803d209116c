import { type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { SCOPE_WORDS, SCOPES } from 'nestjs-drawbridge/scopes';
import { longestName } from '../links/link-name.js';
import { AdvancedFields } from './advanced-fields.js';
import { described, Field, Problem, type Problems } from './field.js';
import { type TypedLink } from './typed-link.js';

interface LinkFieldsProps {
  readonly typed: TypedLink;
  readonly problems: Problems;
  /** Whether the link is there already, so that its client type is decided. */
  readonly exists: boolean;
  readonly lifetimes: Lifetimes;
}

const TextArea = ({ text, ...rest }: { text: string; rows: number; id: string; name: string; class: string }) => (
  // HTML drops the first line break in a text area; one more keeps the text as it was typed.
  <textarea {...rest}>{text.startsWith('\n') ? `\n${text}` : text}</textarea>
);

const PermissionField = ({ typed, problems }: Pick<LinkFieldsProps, 'typed' | 'problems'>) => (
  <fieldset class="db-field" aria-describedby={described('scopes', problems)['aria-describedby']}>
    <legend class="db-label">Application permissions</legend>
    <p class="db-hint" id="scopes-hint">
      Each permission includes the ones above it. People read these sentences when they authorize the application, and
      it can never do more than they can.
    </p>
    <Problem name="scopes" problems={problems} />
    <div class="db-choices">
      {SCOPES.map((scope) => (
        <label class="db-choice" key={scope}>
          <input
            id={`scope-${scope}`}
            type="radio"
            name="scope"
            value={scope}
            checked={typed.scope === scope}
            required
          />
          <span>
            <strong class="db-choice-title">{SCOPE_WORDS[scope].name}</strong>
            <span class="db-choice-sentence">
              {SCOPE_WORDS[scope].title}. {SCOPE_WORDS[scope].sentence}
            </span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);

const clientTypes = [
  ['confidential', 'Confidential', 'Runs on a server that keeps the client secret to itself.'],
  ['public', 'Public', 'Runs on a phone or a desktop and cannot keep a secret; it proves itself by PKCE.'],
] as const;

const ClientTypeField = ({ typed, problems, exists }: LinkFieldsProps) => (
  <fieldset class="db-field" aria-describedby={described('clientType', problems)['aria-describedby']}>
    <legend class="db-label">Client type</legend>
    <p class="db-hint" id="clientType-hint">
      {exists ? 'The client type cannot change after creation.' : 'This cannot change later.'}
    </p>
    <Problem name="clientType" problems={problems} />
    <div class="db-choices">
      {clientTypes
        .filter(([type]) => !exists || type === typed.clientType)
        .map(([type, title, sentence]) => (
          <label class="db-choice" key={type}>
            <input
              id={`clientType-${type}`}
              type="radio"
              name="clientType"
              value={type}
              checked={typed.clientType === type}
              required
            />
            <span>
              <strong class="db-choice-title">{title}</strong>
              <span class="db-choice-sentence">{sentence}</span>
            </span>
          </label>
        ))}
    </div>
  </fieldset>
);

const RememberConsentField = ({ typed, problems }: LinkFieldsProps) => (
  <div class="db-field">
    <label class="db-choice db-choice-plain">
      <input {...described('rememberConsent', problems)} type="checkbox" value="yes" checked={typed.rememberConsent} />
      <span>
        <span class="db-choice-title">Remember consent</span>
        <span class="db-choice-sentence" id="rememberConsent-hint">
          Does not ask a person again who said yes to the very same question in the same browser a short time ago. For
          confidential applications only.
        </span>
      </span>
    </label>
    <Problem name="rememberConsent" problems={problems} />
  </div>
);

/** The fields of a link, for a new one and for one that is there. */
export const LinkFields = (props: LinkFieldsProps) => {
  const { typed, problems, exists } = props;
  return (
    <>
      <Field name="name" label="Name" hint="People read it when they are asked to authorize." problems={problems}>
        <input
          {...described('name', problems)}
          class="db-input"
          type="text"
          value={typed.name}
          maxLength={longestName}
          required
          autoComplete="off"
        />
      </Field>
      <Field
        name="redirectUris"
        label="Redirect URL"
        hint="Also known as callback URL: where the application takes people back with the authorization code. Several are possible, one a line; each is compared to the letter."
        problems={problems}
      >
        <TextArea
          {...described('redirectUris', problems)}
          {...{ required: true, spellcheck: false, autocapitalize: 'off', autocomplete: 'off' }}
          class="db-input db-mono"
          rows={3}
          text={typed.redirectUris}
        />
      </Field>
      <PermissionField typed={typed} problems={problems} />
      <ClientTypeField {...props} />
      <div class="db-field">
        <label class="db-choice db-choice-plain">
          <input
            type="checkbox"
            id="pkceRequired"
            name="pkceRequired"
            value="yes"
            checked={typed.pkceRequired}
            aria-describedby="pkceRequired-hint"
          />
          <span>
            <span class="db-choice-title">Require PKCE</span>
            <span class="db-choice-sentence" id="pkceRequired-hint">
              Refuses a sign-in without a code challenge. Safer, where the application supports it. A public application
              always needs it.
            </span>
          </span>
        </label>
      </div>
      {!(exists && typed.clientType === 'public') && <RememberConsentField {...props} />}
      <Field
        name="description"
        label="Description"
        optional
        hint="For administrators: what it is for, whom to ask."
        problems={problems}
      >
        <TextArea {...described('description', problems)} class="db-input" rows={2} text={typed.description} />
      </Field>
      <AdvancedFields {...props} />
    </>
  );
};
