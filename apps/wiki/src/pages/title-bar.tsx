import type { ComponentChildren } from 'preact';

interface TitleBarProps {
  readonly title: string;
  /** One or two sentences below the title. */
  readonly lead?: string | undefined;
  /** Buttons beside the title. */
  readonly children?: ComponentChildren;
}

/** A page's heading with what can be done there. */
export function TitleBar({ title, lead, children }: TitleBarProps) {
  return (
    <div class="w-title">
      <div>
        <h1>{title}</h1>
        {lead && <p class="w-lead">{lead}</p>}
      </div>
      {children && <div class="w-actions">{children}</div>}
    </div>
  );
}
