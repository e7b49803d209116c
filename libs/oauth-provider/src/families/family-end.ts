/** Why a family was ended by itself. */
export type FamilyEnd = 'code-replayed' | 'code-misused' | 'refresh-replayed' | 'revoked';

const words: Readonly<Record<FamilyEnd, string>> = {
  'code-replayed': 'This sign-in was ended: its authorization code was used twice.',
  'code-misused': 'This sign-in was ended: its code was presented with a wrong verifier or redirect URI.',
  'refresh-replayed': 'This sign-in was ended: one of its refresh tokens was used twice.',
  revoked: 'This sign-in was ended: the application revoked it.',
};

/** What the application is told about the end of its family; `null` while that lasts. */
export function endOf(family: {
  readonly endedAt: number | null;
  readonly endedBecause: FamilyEnd | null;
}): string | null {
  if (family.endedAt === null) return null;
  return family.endedBecause === null ? 'This sign-in was ended.' : words[family.endedBecause];
}
