import { refusalOf } from '../errors/refusal.js';

/** Why a form could not be handled, in a sentence, and the status that says the same. */
export interface Fault {
  readonly message: string;
  readonly status: number;
}

/** A fault of what was typed. */
export const invalid = (message: string): Fault => ({ message, status: 422 });

/** What an error says to the person who sent a form. Throws it again when it is not theirs to mend. */
export function faultOf(error: unknown): Fault {
  const { statusCode, message } = refusalOf(error);
  if (statusCode >= 500) throw error;
  return { message, status: statusCode };
}

/** Does what a form asks for. Answers `null` when it went well, else why it did not. */
export async function attempt(action: () => Promise<unknown>): Promise<Fault | null> {
  try {
    await action();
    return null;
  } catch (error) {
    return faultOf(error);
  }
}
