import { Anchor } from './anchor.js';

/** A person as pages name them; `null` for somebody the wiki does not know any more. */
export type NamedPerson = { readonly username: string; readonly displayName: string } | null;

interface PersonLinkProps {
  readonly person: NamedPerson;
}

/** A person's name, leading to their page. */
export function PersonLink({ person }: PersonLinkProps) {
  return person ? (
    <Anchor to={`/people/${encodeURIComponent(person.username)}`}>{person.displayName}</Anchor>
  ) : (
    <span>Somebody unknown</span>
  );
}
