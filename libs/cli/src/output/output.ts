import { printable, printableJson } from './printable.js';
import { tableOf } from './table.js';

/** Where a command writes what it was asked for, either for people or as JSON. */
export class Output {
  /** Lines for people. What strangers wrote in them is shown, never obeyed. */
  lines(...lines: readonly string[]): void {
    this.write(lines.map((line) => `${printable(line)}\n`).join(''));
  }

  /** Rows below their titles, in columns. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    this.lines(...tableOf(head, rows));
  }

  /** Names and values below each other, the values in one column. */
  facts(facts: readonly (readonly [name: string, value: string])[]): void {
    this.lines(
      ...tableOf(
        ['', ''],
        facts.map(([name, value]) => [`${name}:`, value]),
      ).slice(1),
    );
  }

  /** One JSON value, on several lines. */
  json(value: unknown): void {
    this.write(`${printableJson(value, 2)}\n`);
  }

  /** One JSON value on one line, of several that follow each other. */
  jsonLine(value: unknown): void {
    this.write(`${printableJson(value)}\n`);
  }

  /** What a library has made already. */
  text(text: string): void {
    this.write(`${text}\n`);
  }

  /** Something to know beside the answer; no part of it. */
  note(line: string): void {
    process.stderr.write(`${printable(line)}\n`);
  }

  private write(text: string): void {
    process.stdout.write(text);
  }
}
