import type { ComponentChildren } from 'preact';

interface TableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  /** The headings of the columns; the last may be empty, above buttons. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A table that scrolls by itself where the screen is too narrow for it. */
export function Table({ label, columns, children }: TableProps) {
  return (
    <div class="w-table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="w-table">
        <thead>
          <tr>
            {columns.map((column) =>
              column ? (
                <th key={column} scope="col">
                  {column}
                </th>
              ) : (
                <Actions key="actions" />
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Actions() {
  return (
    <th scope="col">
      <span class="w-hidden">Actions</span>
    </th>
  );
}
