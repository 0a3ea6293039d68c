/** Who may import whom: every source file belongs to one place, and a place sees only what its row names. */

export interface Place {
  readonly name: string;
  /** Which files it holds; paths from the root of the project. */
  readonly files: RegExp;
  /** Places that its files may import from, beside their own. */
  readonly sees: readonly string[];
  /** Packages that its files may import. */
  readonly packages: RegExp;
  /** `never`: no `node:` modules. */
  readonly node: 'allowed' | 'never';
}

const nothing = /^$/;
const any = /./;
const shared = ['result', 'vocabulary', 'log', 'playbook', 'incident', 'postmortem', 'directory', 'api'];

export const places: readonly Place[] = [
  { name: 'result', files: /^shared\/result\.ts$/, sees: [], packages: nothing, node: 'never' },
  { name: 'vocabulary', files: /^shared\/vocabulary\//, sees: ['result'], packages: nothing, node: 'never' },
  { name: 'log', files: /^shared\/log\//, sees: ['result', 'vocabulary'], packages: /^(@noble\/hashes|zod)$/, node: 'never' },
  {
    name: 'playbook',
    files: /^shared\/playbook\//,
    sees: ['result', 'vocabulary', 'log'],
    packages: /^(@noble\/hashes|zod|yaml)$/,
    node: 'never',
  },
  {
    name: 'incident',
    files: /^shared\/incident\//,
    sees: ['result', 'vocabulary', 'log', 'playbook'],
    packages: /^(@noble\/hashes|zod|xstate|diff)$/,
    node: 'never',
  },
  {
    name: 'postmortem',
    files: /^shared\/postmortem\//,
    sees: ['result', 'vocabulary', 'log', 'playbook', 'incident'],
    packages: /^(@noble\/hashes|zod|yaml|diff|mdast(-util-.+)?|hast(-util-.+)?|micromark-extension-gfm)$/,
    node: 'never',
  },
  {
    name: 'directory',
    files: /^shared\/directory\//,
    sees: ['result', 'vocabulary', 'log', 'playbook', 'incident', 'postmortem'],
    packages: /^zod$/,
    node: 'never',
  },
  {
    name: 'api',
    files: /^shared\/api\//,
    sees: ['result', 'vocabulary', 'log', 'playbook', 'incident', 'postmortem', 'directory'],
    packages: /^zod$/,
    node: 'never',
  },

  // What the core shares with the processes around it: the types of its messages, how a page is served and under which policy, and where its data is.
  {
    name: 'core-contract',
    files:
      /^electron\/core\/server\/(port-protocol|content-security|static-files)\.ts$|^electron\/core\/data-folder\.ts$|^electron\/core\/studio\/pdf\/printer\.ts$/,
    sees: shared,
    packages: /^zod$/,
    node: 'allowed',
  },
  {
    name: 'core',
    files: /^electron\/core\//,
    sees: [...shared, 'core-contract', 'opening'],
    packages: /^(better-sqlite3|ws|zod|yaml|@noble\/hashes|liquidjs|docx|fflate|canvaskit-wasm|mdast)$/,
    node: 'allowed',
  },
  { name: 'opening', files: /^electron\/(open-in|installed)-browsers?\.ts$/, sees: [], packages: nothing, node: 'allowed' },
  {
    name: 'command-line',
    files: /^electron\/(cli\.ts$|cli\/|draw-charts\.ts$|print-(playbook|templates)\.ts$)/,
    sees: [...shared, 'core', 'core-contract', 'opening'],
    packages: /^(commander|zod)$/,
    node: 'allowed',
  },
  {
    name: 'programs',
    files: /^electron\/(build\.ts|start\.ts|draw-icons\.ts|wheelhouse\.cjs)$/,
    sees: ['opening', 'core-contract'],
    packages: /^(vite|@playwright\/test)$/,
    node: 'allowed',
  },

  { name: 'channels', files: /^electron\/preload\/channels\.ts$/, sees: ['api', 'result'], packages: nothing, node: 'never' },
  {
    name: 'preload',
    files: /^electron\/preload\//,
    sees: ['api', 'result', 'channels', 'core-contract'],
    packages: /^electron$/,
    node: 'never',
  },
  {
    name: 'main',
    files: /^electron\/main\//,
    sees: ['api', 'result', 'vocabulary', 'channels', 'core-contract'],
    packages: /^(electron|electron-store)$/,
    node: 'allowed',
  },

  { name: 'renderer-build', files: /^renderer\/(vite\.config|content-security)\.ts$/, sees: [], packages: any, node: 'allowed' },
  {
    name: 'renderer',
    files: /^renderer\//,
    sees: shared,
    packages:
      /^(react|react-dom|react-aria-components|react-aria|react-stately|virtua|zod|diff|@codemirror\/.*|@lezer\/highlight|prosemirror-.*|mdast|mdast-util-.*|micromark-extension-gfm|@fontsource-variable\/.*)$/,
    node: 'never',
  },

  {
    name: 'tests',
    files: /^tests\//,
    sees: [
      ...shared,
      'core',
      'core-contract',
      'opening',
      'command-line',
      'programs',
      'channels',
      'preload',
      'main',
      'renderer',
      'renderer-build',
    ],
    packages: any,
    node: 'allowed',
  },
];

/** The place of a file: the first row that knows it. Undefined is an error of the tree. */
export function placeOf(path: string): Place | undefined {
  return places.find((place) => place.files.test(path));
}
