/** What still looks like a name in a draft without names: handles, addresses, numbers, and words with a capital letter where none is due. A person looks at them; nothing is changed by itself. */
import { assumedPlaybook } from '../../incident/playbook-of.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { Draft } from '../draft.ts';
import { allTexts } from '../draft-texts.ts';
import { proseText } from '../writers/prose.ts';
import { incidentNames } from './incident-names.ts';
import { accountNames } from './names-in-text.ts';

export const leftoverKinds = ['name', 'handle', 'mail', 'phone'] as const;

export interface Leftover {
  readonly kind: (typeof leftoverKinds)[number];
  readonly text: string;
  /** The section where it stands first; `title` for the draft's own. */
  readonly section: string;
  /** Of the section's blocks, from 0. */
  readonly block: number;
  readonly item?: number;
  readonly cell?: number;
  /** What stands around it. */
  readonly around: string;
}

const mail = /[^\s@<>(),;:"'[\]|]{1,64}@[^\s@<>(),;:"'[\]|]{1,100}\.[\p{L}]{2,24}/gu;
const handle = /(?<![\p{L}\p{N}_.@/-])@[\p{L}_][\p{L}\p{N}_.-]{1,60}/gu;
/** As people write numbers to call: with a plus, or in groups; no times and no dates. */
const phone = /(?<![\p{L}\p{N}.:_-])(?:\+\d[\d ()./-]{6,22}\d|0\d{2,5}[ /-]\d[\d /-]{3,14}\d)(?![\p{L}\p{N}:_-])/gu;
/** A word that begins with a capital letter and goes on in small ones, behind another word of its sentence. */
const capital = /(?<=[\p{L}\p{N},;)'"”’-][ ]|[(“"])\p{Lu}['’]?\p{L}*\p{Ll}\p{L}*(?![\p{L}\p{N}_])/gu;
/** At the beginning of a sentence, a word is a name by what it does. */
const actor =
  /(?<![\p{L}\p{N}_-])(\p{Lu}\p{L}*\p{Ll})(?= (?:said|says|asked|told|thought|saw|noticed|joined|called|took|wrote|restarted|suggested|confirmed|agreed|went|woke|answered|paged|looks|thinks))/gu;

/** A word in small letters, as accounts of machines are written. */
const account = /(?<![\p{L}\p{N}_])\p{Ll}[\p{Ll}\p{N}]{3,}(?![\p{L}\p{N}_])/gu;

const smallWord = /(?<![\p{L}\p{N}_])\p{Ll}{2,}/gu;

const usual = new Set(
  `i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  utc sev incident wheelhouse english europe european american internet linux windows the commander deputy scribe liaison responder observer somebody`.split(
    /\s+/,
  ),
);

/** Each word once for each section, in the order of the draft. */
export function leftoversOf(draft: Draft, view: IncidentView): readonly Leftover[] {
  const words = { usual: usualWords(draft, view), accounts: accountNames(incidentNames(view)) };
  const titled = placed({ section: 'title', block: 0 }, draft.title, words);
  const sections = draft.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block, index) =>
      allTexts(block).flatMap(({ text, ...place }) =>
        placed({ section: id, block: index, ...place }, block.type === 'prose' ? proseText(text) : text, words),
      ),
    ),
  );
  const seen = new Set<string>();
  return [...titled, ...sections].filter(({ section, text }) => {
    const key = `${section} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

type Place = Pick<Leftover, 'section' | 'block' | 'item' | 'cell'>;

interface Words {
  /** That are no names, in small letters. */
  readonly usual: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
}

function placed(place: Place, text: string, { usual: known, accounts }: Words): readonly Leftover[] {
  const at = (kind: Leftover['kind'], pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ kind, text: found.replace(/[.-]+$/, ''), index }));
  const names = [...at('name', capital), ...at('name', actor)].filter(({ text: word }) => !known.has(word.toLowerCase()));
  const logins = at('handle', account).filter(({ text: word }) => accounts.has(word.replace(/\d+$/, '')));
  const found = [...at('mail', mail), ...at('handle', handle), ...logins, ...at('phone', phone), ...names].toSorted(
    (a, b) => a.index - b.index,
  );
  return found.map(({ kind, text: word, index }) => {
    const around = text
      .slice(Math.max(0, index - 30), index + word.length + 30)
      .replace(/\s+/g, ' ')
      .trim();
    return { kind, text: word, ...place, around };
  });
}

/** Words of every day, of the draft in small letters, and of the organisation's own playbook. */
function usualWords(draft: Draft, view: IncidentView): ReadonlySet<string> {
  const texts = draft.sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => allTexts(block).map(({ text }) => text)),
  ]);
  const small = texts.flatMap((text) => Array.from(text.replace(mail, '').replace(handle, '').matchAll(smallWord), ([word]) => word));
  const { name, roles, levers, types, severities, review } = assumedPlaybook(view);
  const teams = Object.values(view.people).flatMap((person) => (person.kind === 'team' && person.name !== null ? [person.name] : []));
  const ours = [
    ...[name, ...teams, ...(review?.vendors ?? [])],
    ...[...roles, ...levers, ...types].map((row) => row.name),
    ...Object.values(severities).map(({ label }) => label),
  ];
  const named = ours.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const headings = draft.sections.flatMap(({ heading }) => heading.toLowerCase().split(/[^\p{L}]+/u));
  return new Set([...usual, ...small, ...named, ...headings]);
}
