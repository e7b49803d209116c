/** Reads an answer to its end: `ended`, or `cut` when it was cut off. */
export const endOf = async (answer: Response): Promise<'ended' | 'cut'> =>
  answer.text().then(
    () => 'ended',
    () => 'cut',
  );

/** What comes within so many milliseconds, else `still open`. */
export const within = <T>(milliseconds: number, wanted: Promise<T>): Promise<T | 'still open'> =>
  Promise.race([wanted, new Promise<'still open'>((resolve) => setTimeout(resolve, milliseconds, 'still open'))]);
