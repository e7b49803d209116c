import { type LifetimeName, lifetimeNames, type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { unitOf } from '../form/lifetime-field.js';
import { durationUnits, durationWords } from '../links/duration.js';
import { described, Field, type Problems } from './field.js';
import { type TypedLink } from './typed-link.js';

const words: Readonly<Record<LifetimeName, readonly [label: string, sentence: string]>> = {
  accessTokenSeconds: [
    'Life of access tokens',
    'After it the application fetches the next one by itself; nobody notices.',
  ],
  refreshTokenSeconds: [
    'Life of refresh tokens',
    'How long the application may stay away before people have to authorize it again.',
  ],
  familySeconds: [
    'Longest life of a sign-in',
    'After it people have to authorize the application again, however often it came.',
  ],
};

/** What the fields of lifetimes show. */
export interface LifetimeFieldsProps {
  readonly typed: Pick<TypedLink, 'lifetimes'>;
  readonly problems: Problems;
  readonly lifetimes: Lifetimes;
}

type Props = LifetimeFieldsProps & { readonly name: LifetimeName };

const Hint = ({ name, lifetimes }: Pick<Props, 'name' | 'lifetimes'>) => {
  const [, sentence] = words[name];
  const general = lifetimes.general[name];
  const most = durationWords(lifetimes.bounds[name][1]);
  return (
    <>
      {sentence} Empty: as everywhere in this wiki, {general === null ? 'while it is used' : durationWords(general)}. At
      most {most}.
    </>
  );
};

const LifetimeField = ({ name, typed, problems, lifetimes }: Props) => {
  const { amount, unit } = typed.lifetimes[name];
  const [label] = words[name];
  return (
    <Field name={name} label={label} optional hint={<Hint name={name} lifetimes={lifetimes} />} problems={problems}>
      <div class="db-duration">
        <input
          {...described(name, problems)}
          class="db-input"
          type="text"
          inputMode="numeric"
          value={amount}
          maxLength={9}
          autoComplete="off"
        />
        <select class="db-input" name={unitOf(name)} aria-label={`Unit of: ${label}`}>
          {Object.keys(durationUnits).map((one) => (
            <option key={one} value={one} selected={one === unit}>
              {one}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
};

/** How long what a link gets lasts. */
export const LifetimeFields = (props: LifetimeFieldsProps) => (
  <>
    {lifetimeNames.map((name) => (
      <LifetimeField key={name} name={name} {...props} />
    ))}
  </>
);
