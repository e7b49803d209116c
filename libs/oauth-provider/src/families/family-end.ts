/** Why a family was ended by itself. */
export type FamilyEnd = 'code-replayed' | 'code-misused' | 'refresh-replayed' | 'revoked';

/** What the application is told about it. */
export const FAMILY_END_WORDS: Readonly<Record<FamilyEnd, string>> = {
  'code-replayed': 'This sign-in was ended: its authorization code was used twice.',
  'code-misused': 'This sign-in was ended: its code was presented with a wrong verifier or redirect URI.',
  'refresh-replayed': 'This sign-in was ended: one of its refresh tokens was used twice.',
  revoked: 'This sign-in was ended: the application revoked it.',
};
