import { type AnsweredRoute } from '../reach/answered-routes.js';
import { type Reach } from '../reach/reach-questions.service.js';
import { conditionWords, openingWords, reasonWords } from '../reach/reach-words.js';

const Needs = ({ opening }: Pick<AnsweredRoute, 'opening'>) =>
  opening === 'UNDECIDED' ? (
    <span>
      <span class="db-badge db-badge-warning">{openingWords(opening)}</span>
    </span>
  ) : (
    <>{openingWords(opening)}</>
  );

const ruleOf = (source: string): string | null => /^rule (.*)$/s.exec(source)?.[1] ?? null;

const SaidBy = ({ source }: { source: string }) => {
  const rule = ruleOf(source);
  if (rule !== null)
    return (
      <span>
        Rule <code class="db-mono">{rule}</code>
      </span>
    );
  if (source === 'decorator') return <>The handler itself</>;
  return <>{source === 'no rule' ? 'Nobody' : 'It asks for its own proof'}</>;
};

const Answer = ({ one, reach }: { one: AnsweredRoute; reach: Reach }) => {
  const { answer, route } = one;
  const words =
    answer.reason === null ? conditionWords(route.scope, reach) : reasonWords(answer.reason, route.scope, reach);
  return (
    <span>
      <span class={answer.callable ? 'db-badge db-badge-success' : 'db-badge'}>{answer.callable ? 'Yes' : 'No'}</span>{' '}
      {words !== '' && <span class="db-subtle">{words}</span>}
    </span>
  );
};

/** Routes, with what opens each and whether it can be called. */
export const ReachTable = ({ reach }: { reach: Reach }) => (
  <table class="db-table db-table-routes">
    <caption class="db-visually-hidden">Routes, by their paths</caption>
    <thead>
      <tr>
        <th scope="col">Route</th>
        <th scope="col">Needs</th>
        <th scope="col">Said by</th>
        <th scope="col">Can it be called?</th>
      </tr>
    </thead>
    <tbody>
      {reach.routes.map((one) => (
        <tr key={`${one.route.method} ${one.route.path} ${one.route.handler}`}>
          <th scope="row">
            <code class="db-mono">
              {one.route.method} {one.route.path}
            </code>
            <span class="db-subtle">{one.route.handler}</span>
          </th>
          <td data-label="Needs">
            <Needs opening={one.opening} />
          </td>
          <td data-label="Said by">
            <SaidBy source={one.route.source} />
          </td>
          <td data-label="Can it be called?">
            <Answer one={one} reach={reach} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
