const everySoMany = 50;

/** The id of the n-th person. */
export const personId = (index: number): string => `person-${index.toString()}`;

/** Whether the n-th sign-in is over before anything is measured: one in fifty. */
export const isEnded = (index: number): boolean => index % everySoMany === everySoMany - 1;
