/** Lifetimes the wiki of the test is started with, in seconds. */
export const lifetimes = {
  codeSeconds: 20,
  accessTokenSeconds: 60,
  refreshTokenSeconds: 80,
  familySeconds: 100,
  replaySeconds: 10,
};

/** How many seconds pass at once: mostly few, or until just after one of the ends above. */
export const passes = [4, 4, 7, 7, 11, 11, 21, 45, 45, 61, 81, 101] as const;

export const after = (now: number, seconds: number): number => now + seconds * 1000;
