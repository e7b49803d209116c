import { TitleBar } from './title-bar.js';

/** What the system information shows: each fact with its name. */
export interface SystemModel {
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** What the wiki runs on. */
export function SystemPage({ facts }: SystemModel) {
  return (
    <>
      <TitleBar title="System information" />
      <dl class="w-facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </>
  );
}
