/** Lifetimes the wiki of the test is started with, in seconds. */
export const lifetimes = {
  codeSeconds: 20,
  accessTokenSeconds: 60,
  refreshTokenSeconds: 120,
  familySeconds: 200,
  replaySeconds: 10,
};

/** How many seconds pass at once: mostly few, or until just after one of the ends above. */
export const passes = [4, 4, 7, 7, 11, 11, 21, 55, 61, 121, 201] as const;

export const after = (now: number, seconds: number): number => now + seconds * 1000;
