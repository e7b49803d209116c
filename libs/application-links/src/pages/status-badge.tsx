/** Whether a link works. */
export const StatusBadge = ({ enabled }: { enabled: boolean }) =>
  enabled ? (
    <span class="db-badge db-badge-success">Enabled</span>
  ) : (
    <span class="db-badge db-badge-warning">Disabled</span>
  );
