import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isRunnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const packaged = () => {
  try {
    return readdirSync('/usr/lib/postgresql')
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join('/usr/lib/postgresql', version, 'bin'));
  } catch {
    return [];
  }
};

/** The folders of this machine that hold PostgreSQL's `initdb` and `postgres`: Debian's newest first, then PATH. */
export function postgresFolders() {
  const folders = [...packaged(), ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  return folders.filter((folder) => isRunnable(join(folder, 'initdb')) && isRunnable(join(folder, 'postgres')));
}
