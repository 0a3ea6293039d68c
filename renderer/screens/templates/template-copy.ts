/** A template's text under another id. */

/** The first id that nobody has: `google-sre-own`, `google-sre-own-2`. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  const stem = id.replace(/-own(-\d+)?$/, '').slice(0, 50);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? `${stem}-own` : `${stem}-own-${count}`;
    if (!isTaken(free)) return free;
  }
}

/** The text as a first version of its own: id, version and name in its front matter are exchanged, the rest stays letter by letter. */
export function copied(text: string, id: string, name: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const front = lines.slice(0, end).map((line) => {
    if (/^id:/.test(line)) return `id: ${id}`;
    if (/^version:/.test(line)) return 'version: 1';
    return /^name:/.test(line) ? `name: ${JSON.stringify(name)}` : line;
  });
  return [...front, ...lines.slice(end)].join('\n');
}

/** The id in the front matter of a text; undefined where it has none. */
export function idIn(text: string): string | undefined {
  const front = /^---[^\n]*\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  return /^id:[ \t]*["']?([a-z][a-z0-9-]*)/m.exec(front)?.[1];
}
