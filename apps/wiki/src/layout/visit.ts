import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Level, reaches } from '../people/level.js';
import { type SignedInUser } from '../people/signed-in-user.js';

/** What every page knows of the request it answers: who looks, when, and how its links are written. */
export interface Visit {
  /** `null` when nobody is signed in. */
  readonly person: SignedInUser | null;
  /** The form ticket of the session; empty when nobody is signed in. */
  readonly csrfToken: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A path of the wiki with the context path before it. */
  readonly pathOf: (path: string) => string;
  /** The address of a file in `apps/wiki/assets`, changing whenever the file does. */
  readonly asset: (file: string) => string;
}

const VisitContext = createContext<Visit | null>(null);

/** Hands the visit to every component below it. */
export const VisitProvider = VisitContext.Provider;

/** The visit of the page being rendered. Throws outside a {@link VisitProvider}. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('A component was rendered without a visit. Render it with documentOf().');
  return visit;
}

/** Whether the visitor stands at `level` or above. */
export const holds = (visit: Visit, level: Level): boolean => reaches(visit.person?.level ?? null, level);
