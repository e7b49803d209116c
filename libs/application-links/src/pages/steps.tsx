import { useWords } from '../words/link-words.js';

const steps = [1, 2, 3] as const;

/** Where somebody is on the way to a new link. */
export const Steps = ({ current }: { current: (typeof steps)[number] }) => {
  const { text } = useWords();
  return (
    <ol class="db-steps" aria-label={text('steps.label')}>
      {steps.map((step) => (
        <li
          key={step}
          class={step < current ? 'db-step-done' : undefined}
          aria-current={step === current ? 'step' : undefined}
        >
          {text(`steps.${step}`, { number: step })}
        </li>
      ))}
    </ol>
  );
};
