import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Notice, type NoticeModel } from './notice.js';
import { type Rotation, type RotationState } from './rotation.js';
import { SecretsTable } from './secrets.table.js';

/** What the page of a rotation shows. */
export interface RotationModel {
  readonly linkId: string;
  readonly name: string;
  readonly rotation: Rotation;
  readonly notice: NoticeModel | null;
  readonly addresses: LinkAddresses;
}

const steps = ['create', 'put', 'watch', 'end'] as const;

const stepAt = {
  none: 'create',
  settled: 'create',
  put: 'put',
  watch: 'watch',
  quiet: 'end',
} as const satisfies Record<RotationState, (typeof steps)[number]>;

const RotationSteps = ({ state }: { state: RotationState }) => {
  const { text } = useWords();
  return (
    <ol class="db-steps" aria-label={text('rotation.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === stepAt[state] ? 'step' : undefined}>
          {text(`rotation.step.${step}`, { number: index + 1 })}
        </li>
      ))}
    </ol>
  );
};

/** What the state means, in a sentence or two. */
const Situation = ({ rotation: { state, secrets, olderUsedAt, quietSeconds } }: Pick<RotationModel, 'rotation'>) => {
  const reader = useReader();
  const { text } = useWords();
  const duration = reader.duration(quietSeconds);
  if (state === 'none') return <p>{text('rotation.none')}</p>;
  if (state === 'settled') return <p>{text('rotation.settled')}</p>;
  if (state === 'put') return <p>{text(secrets.length > 1 ? 'rotation.put' : 'rotation.putOnly')}</p>;
  const at = olderUsedAt === null ? null : reader.minute(olderUsedAt);
  if (state === 'watch') {
    return (
      <>
        <p>{at === null ? text('rotation.watch.unused') : text('rotation.watch', { at })}</p>
        <p>{text('rotation.watch.wait', { duration })}</p>
      </>
    );
  }
  return <p>{at === null ? text('rotation.quiet.unused') : text('rotation.quiet', { at, duration })}</p>;
};

const Next = ({ linkId, rotation: { state, secrets }, addresses }: RotationModel) => {
  const { text } = useWords();
  const create = (
    <a
      class={`db-button ${state === 'none' || state === 'settled' ? 'db-button-primary' : ''}`}
      href={addresses.page(linkId, 'secrets/new')}
    >
      {text('secrets.create')}
    </a>
  );
  const oldest = secrets.at(-1);
  return (
    <p class="db-actions">
      {state === 'put' && (
        <a class="db-button db-button-primary" href={addresses.page(linkId, 'credentials')}>
          {text('actions.credentials')}
        </a>
      )}
      {(state === 'put' || state === 'watch') && (
        <a class={`db-button ${state === 'watch' ? 'db-button-primary' : ''}`} href={addresses.page(linkId, 'secrets')}>
          {text('rotation.lookAgain')}
        </a>
      )}
      {state === 'quiet' && oldest && (
        <a class="db-button db-button-primary" href={addresses.endSecret(linkId, oldest.secret.id)}>
          {text('rotation.endOld')}
        </a>
      )}
      {create}
      <a class="db-button db-button-subtle" href={addresses.link(linkId)}>
        {text('rotation.back')}
      </a>
    </p>
  );
};

/** Leads from one secret to the next: create it, put it into the application, see the old one fall silent, end that. */
export const RotationPage = (model: RotationModel) => {
  const { linkId, name, rotation, notice, addresses } = model;
  const { text, rich } = useWords();
  return (
    <section aria-labelledby="db-rotation-title">
      <p class="db-back">
        <a href={addresses.link(linkId)}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <header class="db-page-head">
        <div>
          <h1 id="db-rotation-title">{rich('rotation.title', { name: <bdi>{name}</bdi> })}</h1>
        </div>
      </header>
      <RotationSteps state={rotation.state} />
      <Notice notice={notice} />
      <div class="db-card">
        <Situation rotation={rotation} />
        <Next {...model} />
      </div>
      <section class="db-card" aria-labelledby="db-secrets-title">
        <h2 id="db-secrets-title">{text('secrets.title')}</h2>
        <SecretsTable linkId={linkId} rotation={rotation} addresses={addresses} />
      </section>
    </section>
  );
};
