import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  readonly children: ComponentChildren;
}

/** A message at the top of a page: what went wrong, or well. */
export function Notice({ tone, children }: NoticeProps) {
  const urgent = tone === 'danger' || tone === 'warning';
  return (
    <div class={`w-notice w-notice-${tone}`} role={urgent ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
