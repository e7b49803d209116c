/** Says in the details of an event that it was part of a trial: the wiki did it for who tried a link, in place of the application. */
export interface TrialMark {
  readonly trial?: true;
}

/** What the details of an event say of a trial; nothing where there is none. */
export const trialMark = (isTrial: boolean): TrialMark => (isTrial ? { trial: true } : {});
