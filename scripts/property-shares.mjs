/**
 * By how much `--runs` is divided for one property of test/fuzz: against a pure function, by requests to a running wiki,
 * where a case costs milliseconds, and by whole sign-ins with refreshes. Four properties send requests on two platforms, so
 * together they send as many as `--runs` says.
 */
export const shares = { pure: 1, http: 8, dance: 100 };
