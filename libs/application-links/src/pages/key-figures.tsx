import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { type Reliance } from '../authorizations/link-reliance.service.js';
import { useWords } from '../words/link-words.js';

/** How much relies on a link, in three numbers. */
export const KeyFigures = ({ reliance }: { reliance: Reliance }) => {
  const reader = useReader();
  const { text } = useWords();
  const { people, signIns, requestsOfLastDay } = reliance;
  const figures = [
    [text('figures.people', { count: people }), people],
    [text('figures.signIns', { count: signIns }), signIns],
    [text('figures.requests', { count: requestsOfLastDay }), requestsOfLastDay],
  ] as const;
  return (
    <dl class="db-figures">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{reader.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
};
