import { useWords } from '../words/link-words.js';
import { type Names } from './person-name.js';

/** A person in the trail; of whoever is gone there is only the id that was recorded. */
export const EventPerson = ({ id, names }: { id: string | null; names: Names }) => {
  const { text } = useWords();
  const name = id === null ? undefined : names.get(id);
  if (name !== undefined) return <bdi>{name}</bdi>;
  return (
    <span>
      {text('person.gone')}
      {id !== null && (
        <>
          {' '}
          <code class="db-mono" dir="ltr">
            {id}
          </code>
        </>
      )}
    </span>
  );
};
