/** `npm run bench:idle -- start` or `npm run bench -- requests`. Prints what it measures; asserts nothing. */
const [what] = process.argv.splice(2, 1);
if (what !== 'start' && what !== 'requests') {
  console.error('Say what to measure: npm run bench:idle -- start, or npm run bench -- requests.');
  process.exit(2);
}
await import(`./${what}.mjs`);
