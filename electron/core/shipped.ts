/** Where the console finds what ships with it, run from its sources or from what was built of them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this file that holds the package. */
function packageFolder(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}

/** A folder of the package, where it is there. */
export function shippedFolder(path: string): string | undefined {
  const root = packageFolder();
  const folder = root === undefined ? undefined : join(root, path);
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
