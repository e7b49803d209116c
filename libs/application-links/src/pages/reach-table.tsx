import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { type AnsweredRoute } from '../reach/answered-routes.js';
import { type Reach } from '../reach/reach-questions.service.js';
import { conditionWords, openingWords, reasonWords, sourceWords } from '../reach/reach-words.js';
import { ruleOf } from '../reach/route-source.js';
import { useWords } from '../words/link-words.js';

const Needs = ({ opening }: Pick<AnsweredRoute, 'opening'>) => {
  const reader = useReader();
  const words = openingWords(opening)(reader);
  return opening === 'UNDECIDED' ? (
    <span>
      <span class="db-badge db-badge-warning">{words}</span>
    </span>
  ) : (
    <span>{words}</span>
  );
};

const SaidBy = ({ route }: Pick<AnsweredRoute, 'route'>) => {
  const { rich } = useWords();
  const reader = useReader();
  const rule = ruleOf(route);
  if (rule === null) return <span>{sourceWords(route)(reader)}</span>;
  return (
    <span>
      {rich('source.rule', {
        rule: (
          <code class="db-mono" dir="ltr">
            {rule}
          </code>
        ),
      })}
    </span>
  );
};

const Answer = ({ one, reach }: { one: AnsweredRoute; reach: Reach }) => {
  const { text } = useWords();
  const reader = useReader();
  const { answer, route } = one;
  const words =
    answer.reason === null ? conditionWords(route.scope, reach) : reasonWords(answer.reason, route.scope, reach);
  return (
    <span>
      <span class={answer.callable ? 'db-badge db-badge-success' : 'db-badge'}>
        {answer.callable ? text('reach.yes') : text('reach.no')}
      </span>{' '}
      {words && <span class="db-subtle">{words(reader)}</span>}
    </span>
  );
};

/** Routes, with what opens each and whether it can be called. */
export const ReachTable = ({ reach }: { reach: Reach }) => {
  const { text } = useWords();
  return (
    <table class="db-table db-table-routes">
      <caption class="db-visually-hidden">{text('reach.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('reach.route')}</th>
          <th scope="col">{text('reach.needs')}</th>
          <th scope="col">{text('reach.source')}</th>
          <th scope="col">{text('reach.callable')}</th>
        </tr>
      </thead>
      <tbody>
        {reach.routes.map((one) => (
          <tr key={`${one.route.method} ${one.route.path} ${one.route.handler}`}>
            <th scope="row">
              <bdi dir="ltr">
                <code class="db-mono">
                  {one.route.method} {one.route.path}
                </code>
              </bdi>
              <span class="db-subtle">
                <bdi dir="ltr">{one.route.handler}</bdi>
              </span>
            </th>
            <td data-label={text('reach.needs')}>
              <Needs opening={one.opening} />
            </td>
            <td data-label={text('reach.source')}>
              <SaidBy route={one.route} />
            </td>
            <td data-label={text('reach.callable')}>
              <Answer one={one} reach={reach} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
