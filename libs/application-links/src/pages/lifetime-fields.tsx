import { type LifetimeName, lifetimeNames, type Lifetimes, useReader } from 'nestjs-drawbridge/oauth-provider';
import { unitOf } from '../form/lifetime-field.js';
import { type DurationUnit, durationUnits } from '../links/duration.js';
import { useWords } from '../words/link-words.js';
import { described, Field, type Problems } from './field.js';
import { type TypedLink } from './typed-link.js';

const units = Object.keys(durationUnits) as readonly DurationUnit[];

/** What the fields of lifetimes show. */
export interface LifetimeFieldsProps {
  readonly typed: Pick<TypedLink, 'lifetimes'>;
  readonly problems: Problems;
  readonly lifetimes: Lifetimes;
}

type Props = LifetimeFieldsProps & { readonly name: LifetimeName };

const Hint = ({ name, lifetimes }: Pick<Props, 'name' | 'lifetimes'>) => {
  const { text } = useWords();
  const reader = useReader();
  const general = lifetimes.general[name];
  const most = reader.duration(lifetimes.bounds[name][1]);
  return general === null ? (
    <>{text('form.familySeconds.hint.unlimited', { most })}</>
  ) : (
    <>{text(`form.${name}.hint`, { general: reader.duration(general), most })}</>
  );
};

const LifetimeField = ({ name, typed, problems, lifetimes }: Props) => {
  const { text } = useWords();
  const { amount, unit } = typed.lifetimes[name];
  const label = text(`form.${name}`);
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
        <select class="db-input" name={unitOf(name)} aria-label={text('form.unit', { label })}>
          {units.map((one) => (
            <option key={one} value={one} selected={one === unit}>
              {text(`form.${one}`)}
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
