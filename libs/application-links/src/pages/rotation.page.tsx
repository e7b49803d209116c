import { type ComponentChildren } from 'preact';
import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { Breadcrumbs } from './breadcrumbs.js';
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

/** How many of the steps are behind. */
const stepsDone = {
  none: 0,
  settled: 0,
  put: 1,
  watch: 2,
  quiet: 3,
  finished: 4,
} as const satisfies Record<RotationState, number>;

/** Without an older secret there is nothing to watch and to end, unless it is to be replaced. */
const stepsOf = ({ state, secrets }: Rotation) =>
  secrets.length > 1 || state === 'settled' || state === 'finished' ? steps : steps.slice(0, 2);

const RotationSteps = ({ rotation }: Pick<RotationModel, 'rotation'>) => {
  const { text, rich } = useWords();
  const done = stepsDone[rotation.state];
  const hidden = (inner: ComponentChildren) => <span class="db-visually-hidden">{inner}</span>;
  return (
    <ol class="db-steps" aria-label={text('rotation.steps')}>
      {stepsOf(rotation).map((name, index) => {
        const step = text(`rotation.step.${name}`, { number: index + 1 });
        return (
          <li
            key={name}
            class={index < done ? 'db-step-done' : undefined}
            aria-current={index === done ? 'step' : undefined}
          >
            {index < done ? rich('rotation.step.done', { step, hidden }) : step}
          </li>
        );
      })}
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
  if (state === 'finished')
    return <p>{text('rotation.finished', { at: reader.day(secrets[0]?.secret.createdAt ?? 0) })}</p>;
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
  const back = (
    <a
      class={`db-button ${state === 'finished' ? 'db-button-primary' : 'db-button-subtle'}`}
      href={addresses.link(linkId)}
    >
      {text('rotation.back')}
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
      {state === 'finished' && back}
      {create}
      {state !== 'finished' && back}
    </p>
  );
};

/** Leads from one secret to the next: create it, put it into the application, see the old one fall silent, end that. */
export const RotationPage = (model: RotationModel) => {
  const { linkId, name, rotation, notice, addresses } = model;
  const { text, rich } = useWords();
  return (
    <section aria-labelledby="db-rotation-title">
      <Breadcrumbs addresses={addresses} link={{ id: linkId, name }} />
      <header class="db-page-head">
        <div>
          <h1 id="db-rotation-title">{rich('rotation.title', { name: <bdi>{name}</bdi> })}</h1>
        </div>
      </header>
      <RotationSteps rotation={rotation} />
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
