import { type Failure } from './failure.js';
import { printable, printableJson } from './printable.js';

/** Says on standard error why a command failed; as one line of JSON for a script that reads JSON. */
export function reportFailure({ kind, message, problems }: Failure, asJson: boolean): void {
  const text = asJson ? printableJson({ error: { kind, message, problems } }) : inWords(message, problems);
  process.stderr.write(`${text}\n`);
}

function inWords(message: string, problems: Failure['problems']): string {
  const lines = problems.map(({ field, line, message: what }) => {
    const where = [line === undefined ? '' : `line ${line.toString()}`, field ?? ''].filter((part) => part !== '');
    return `  ${[...where, what].join(': ')}`;
  });
  return [...message.split('\n'), ...lines].map(printable).join('\n');
}
