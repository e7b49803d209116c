import type { ComponentChildren } from 'preact';
import { AdminSidebar } from './admin-sidebar.js';
import { Brand } from './brand.js';
import type { Frame } from './frame.js';
import { Header } from './header.js';
import { ProfileTabs } from './profile-tabs.js';
import { SpaceSidebar } from './space-sidebar.js';

interface ShellProps {
  readonly frame: Frame;
  readonly children: ComponentChildren;
}

/** Everything between `<body>` and a page: skip link, header, the navigation of the area, footer. */
export function Shell({ frame, children }: ShellProps) {
  if (frame.kind === 'focused') {
    return (
      <main class="w-main" id="main" tabIndex={-1}>
        <div class="w-focused-brand" lang="en">
          <Brand />
        </div>
        <div class={frame.wide ? 'w-focused-card w-focused-wide' : 'w-focused-card'}>{children}</div>
      </main>
    );
  }
  const hasSidebar = frame.kind === 'space' || frame.kind === 'admin';
  return (
    <>
      <a class="w-skip" href="#main" lang="en">
        Skip to content
      </a>
      <Header frame={frame} />
      <div class={hasSidebar ? 'w-frame w-frame-with-sidebar' : 'w-frame'}>
        {frame.kind === 'space' && <SpaceSidebar space={frame} />}
        {frame.kind === 'admin' && <AdminSidebar current={frame.current} />}
        <main class="w-main" id="main" tabIndex={-1}>
          {frame.kind === 'profile' && <ProfileTabs current={frame.current} />}
          {children}
        </main>
      </div>
      <footer class="w-footer" lang="en">
        Drawbridge Wiki
      </footer>
    </>
  );
}
