import { lifetimeNames } from 'nestjs-drawbridge/oauth-provider';
import { LifetimeFields, type LifetimeFieldsProps } from './lifetime-fields.js';

/** What most links leave alone: closed until something in it is set or has to be put right. */
export const AdvancedFields = ({ typed, problems, lifetimes }: LifetimeFieldsProps) => {
  const isSet = lifetimeNames.some((name) => typed.lifetimes[name].amount !== '');
  const isFaulty = lifetimeNames.some((name) => problems.has(name));
  return (
    <details class="db-more" open={isSet || isFaulty}>
      <summary>Advanced settings</summary>
      <LifetimeFields typed={typed} problems={problems} lifetimes={lifetimes} />
    </details>
  );
};
