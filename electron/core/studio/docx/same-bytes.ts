/** Takes out of a packed Word document what chance and the clock put in: dates, made-up ids of links, the order and times of its files. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest time that a zip can say. It says times as a clock on the wall does, so it is made in the zone of the moment. */
const noTime = (): Date => new Date(1980, 0, 1);
/** Where programs that look at the beginning expect the list of contents. */
const first = '[Content_Types].xml';

/** The same document, packed so that the same words give the same bytes. */
export function withoutChance(packed: Uint8Array): Uint8Array {
  const files = unzipSync(packed);
  const ids = linkIds(files);
  const names = [
    first,
    ...Object.keys(files)
      .filter((name) => name !== first)
      .toSorted(),
  ];
  const steady = names.map((name) => [name, steadyFile(name, files[name] ?? new Uint8Array(), ids)]);
  return zipSync(Object.fromEntries(steady) as Record<string, Uint8Array>, { level: 6, mtime: noTime() });
}

/** For each id that was made up for a link to the web, one that counts them. */
function linkIds(files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const relations = Object.keys(files)
    .filter((name) => name.endsWith('.rels'))
    .toSorted();
  const links = relations.flatMap((name) => [
    ...strFromU8(files[name] ?? new Uint8Array()).matchAll(/<Relationship Id="([^"]+)"[^>]*TargetMode="External"/g),
  ]);
  return new Map(links.map(([, id = ''], index) => [id, `link${index + 1}`]));
}

function steadyFile(name: string, bytes: Uint8Array, ids: ReadonlyMap<string, string>): Uint8Array {
  if (name === 'docProps/core.xml') return strToU8(strFromU8(bytes).replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''));
  if (ids.size === 0 || !/\.(?:xml|rels)$/.test(name)) return bytes;
  return strToU8(
    strFromU8(bytes).replace(/( (?:r:id|Id)=")([^"]+)"/g, (found, attribute: string, id: string) =>
      ids.has(id) ? `${attribute}${ids.get(id)}"` : found,
    ),
  );
}
