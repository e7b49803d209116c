import type { ComponentChildren } from 'preact';

interface TableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  /** The headings of the columns. */
  readonly columns: readonly string[];
  /** The columns that a phone leaves out; their cells carry the class `w-wide-only`. */
  readonly wideOnly?: readonly string[];
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A table that scrolls by itself where the screen is too narrow for it. */
export function Table({ label, columns, wideOnly = [], children }: TableProps) {
  return (
    <div class="w-table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="w-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={wideOnly.includes(column) ? 'w-wide-only' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
