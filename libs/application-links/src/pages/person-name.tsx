import { useWords } from '../words/link-words.js';

/** The display names that a page needs, by id. */
export type Names = ReadonlyMap<string, string>;

/** A person as they are shown now; whoever left has no name any more. */
export const PersonName = ({ id, names }: { id: string | null; names: Names }) => {
  const { text } = useWords();
  const name = id === null ? undefined : names.get(id);
  return name === undefined ? <span class="db-subtle">{text('person.gone')}</span> : <bdi>{name}</bdi>;
};
