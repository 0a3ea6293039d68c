/** How bad it is by questions, and the words by which an incident is found again. */
import { ok, type Result } from '../../result.ts';
import { afterWord, type Cursor, faultAt, restOf, wordAt } from './cursor.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';

/** As the command's schema has it. */
const mostLabels = 20;

/** `/label dns capacity` adds, `/label -dns` takes away; the command carries all that it then has. */
function readLabels({ cursor, context }: CommandInput): Result<CommandReading, LineFault> {
  const here = context.labels?.here ?? [];
  if (restOf(cursor).trim() === '') return faultAt(cursor, 'a label is missing', expectedLabels(context));
  let labels = here;
  for (let at = cursor; restOf(at) !== ''; at = afterWord(at, wordAt(at))) {
    const read = readLabel(at, here);
    if (!read.ok) return read;
    const { label, sign } = read.value;
    const others = labels.filter((one) => one !== label);
    labels = sign === 'off' ? others : [...others, label];
  }
  if (labels.length > mostLabels)
    return faultAt(cursor, `that would be ${labels.length} labels; at most ${mostLabels} fit`, 'fewer labels');
  const added = labels.filter((label) => !here.includes(label));
  const gone = here.filter((label) => !labels.includes(label));
  return ok({
    draft: { type: 'incident.amend', labels: [...labels] },
    details: [
      ...added.map((label) => `+ ${label}${isNew(label, context) ? ' (not in the playbook)' : ''}`),
      ...gone.map((label) => `without ${label}`),
    ],
  });
}

function readLabel(at: Cursor, here: readonly string[]): Result<{ readonly label: string; readonly sign: 'on' | 'off' }, LineFault> {
  const word = wordAt(at);
  const sign = word.startsWith('-') ? 'off' : 'on';
  const label = word
    .replace(/^[-+#]/, '')
    .replace(/[,;.]+$/, '')
    .toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(label)) return faultAt(at, `${word} is no label`, 'small letters, digits and hyphens, such as dns');
  if (sign === 'off' && !here.includes(label))
    return faultAt(at, `it has no label ${label}`, here.length === 0 ? 'labels to add: it has none' : `one of ${here.join(', ')}`);
  return ok({ label, sign });
}

const isNew = (label: string, { labels }: LineContext): boolean =>
  labels !== undefined && labels.known.length > 0 && !labels.known.includes(label);

function expectedLabels({ labels }: LineContext): string {
  const known = labels?.known.slice(0, 12) ?? [];
  return known.length === 0
    ? 'words such as dns, or -dns to take one away'
    : `words such as ${known.join(', ')}, or -${known[0]} to take one away`;
}

/** In the order in which F1 lists them. */
export const severityCommands: readonly LineCommand[] = [
  {
    name: 'triage',
    usage: '/triage',
    says: 'asks how bad it is, and suggests a severity with its reason',
    label: 'how bad is it',
    sends: [],
    takesTime: 'none',
    read: ({ cursor }) =>
      restOf(cursor) === ''
        ? ok({ opening: { kind: 'open', screen: 'triage' } })
        : faultAt(cursor, '/triage stands alone', 'the end of the line'),
  },
  {
    name: 'label',
    usage: '/label dns -capacity',
    says: 'words by which it is found again; a hyphen takes one away',
    label: 'labels',
    sends: ['incident.amend'],
    takesTime: 'none',
    names: { of: 'labels', each: true },
    read: readLabels,
  },
];
