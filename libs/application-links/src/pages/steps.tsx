const steps = ['Application type and direction', 'Details', 'Credentials'] as const;

/** Where somebody is on the way to a new link. */
export const Steps = ({ current }: { current: 1 | 2 | 3 }) => (
  <ol class="db-steps" aria-label="Steps">
    {steps.map((step, index) => (
      <li key={step} aria-current={index + 1 === current ? 'step' : undefined}>
        {index + 1}. {step}
      </li>
    ))}
  </ol>
);
