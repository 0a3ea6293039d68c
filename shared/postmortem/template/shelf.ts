/** Folds the stream of templates: any set of events, in any order of arrival, offers the same ones on every console that can read them. */
import type { LogEvent } from '../../log/event.ts';
import { splitForks } from '../../log/forks.ts';
import { byClock } from '../../log/order.ts';
import { err, type Result } from '../../result.ts';
import { templateEvents, templateEventVersion } from './shelf-events.ts';
import type { Template, TemplateFault } from './template-file.ts';

/** A template with the file that it was read from. */
export interface TemplateFile {
  readonly text: string;
  readonly template: Template;
}

/** One saving of a template. Times are ms since epoch, UTC. */
export interface TemplateVersion {
  /** The event that saved it. */
  readonly event: string;
  readonly name: string;
  readonly version: number;
  readonly savedAt: number;
  /** Name of whoever saved it. */
  readonly by?: string;
  /** Whether this console can read it; one that cannot be read is not used here. */
  readonly readable: boolean;
}

/** All there is of one id. */
export interface ShelvedTemplate {
  readonly id: string;
  /** In use: the last own one that reads, or the one that ships. Absent where there is none of either. */
  readonly used?: TemplateFile;
  /** The event that saved it, `shipped` for one that ships, `none` where none is in use: what a text was made from. */
  readonly from: string;
  readonly source: 'shipped' | 'own';
  /** Whether one of this id ships with the console. */
  readonly ships: boolean;
  /** Why a newer own one is not used: its faults, as this console reads it. Empty where there is none. */
  readonly faults: readonly TemplateFault[];
  /** What was saved, the newest first; what was saved before a removal stays here. */
  readonly versions: readonly TemplateVersion[];
}

/** How a text is read; the core remembers what it read. */
export type ReadTemplateText = (text: string) => Result<Template, readonly TemplateFault[]>;

interface Saved {
  readonly version: TemplateVersion;
  readonly text: string;
  readonly read: Result<Template, readonly TemplateFault[]>;
}
/** Of one id: what was saved, in the order of clocks, and what of it still stands. */
interface Own {
  readonly all: readonly Saved[];
  readonly standing: readonly Saved[];
}

/** The templates as these events tell them, by id. Forks are set aside, one cause counts once, and what was erased is gone. */
export function templateShelf(
  events: readonly LogEvent[],
  shipped: ReadonlyMap<string, TemplateFile>,
  read: ReadTemplateText,
): ReadonlyMap<string, ShelvedTemplate> {
  const own = ownOf(events, read);
  const ids = [...new Set([...shipped.keys(), ...own.keys()])].toSorted();
  const each = ids.map((id) => [id, shelved(id, own.get(id) ?? { all: [], standing: [] }, shipped.get(id))] as const);
  // What was removed and never shipped is offered no more; nor is what was erased.
  return new Map(each.filter(([, { used, faults, versions }]) => used !== undefined || (faults.length > 0 && versions.length > 0)));
}

function ownOf(events: readonly LogEvent[], read: ReadTemplateText): ReadonlyMap<string, Own> {
  const seen = new Set<string>();
  const own = new Map<string, Own>();
  for (const event of [...splitForks(events).canonical].sort(byClock)) {
    const cause = JSON.stringify(event.cause);
    const found = seen.has(cause) ? undefined : stepOf(event, read);
    if (found === undefined) continue;
    seen.add(cause);
    const before = own.get(found.id) ?? { all: [], standing: [] };
    const { saved } = found;
    own.set(found.id, saved ? { all: [...before.all, saved], standing: [...before.standing, saved] } : { all: before.all, standing: [] });
  }
  return own;
}

/** What an event does: saves one, or, with none, removes what is there. */
function stepOf(event: LogEvent, read: ReadTemplateText): { readonly id: string; readonly saved?: Saved } | undefined {
  if (event.type === 'template.removed') {
    const parsed = templateEvents['template.removed'].safeParse(event.body);
    return parsed.success ? { id: parsed.data.id } : undefined;
  }
  if (event.type !== 'template.saved') return undefined;
  const parsed = templateEvents['template.saved'].safeParse(event.body);
  if (!parsed.success) return undefined;
  const { id, text, name, version, by } = parsed.data;
  const answer = event.v === templateEventVersion ? read(text) : err([ofNewerConsole]);
  const mine = answer.ok && answer.value.id !== id ? err([otherId]) : answer;
  const said = { event: event.id, name, version, savedAt: event.recordedAt, ...(by !== undefined && { by }), readable: mine.ok };
  return { id, saved: { text, read: mine, version: said } };
}

function shelved(id: string, { all, standing }: Own, shipped: TemplateFile | undefined): ShelvedTemplate {
  const last = standing.findLast((one) => one.read.ok);
  const newest = standing.at(-1);
  const own = last?.read.ok ? { text: last.text, template: last.read.value } : undefined;
  const used = own ?? shipped;
  return {
    id,
    ...(used !== undefined && { used }),
    from: own !== undefined && last !== undefined ? last.version.event : used === undefined ? 'none' : 'shipped',
    source: own === undefined && shipped !== undefined ? 'shipped' : 'own',
    ships: shipped !== undefined,
    faults: newest?.read.ok === false ? newest.read.error : [],
    versions: all.map(({ version }) => version).toReversed(),
  };
}

/** The text that an event saved; undefined where it was erased, or there is no such event. */
export function savedTemplateText(events: readonly LogEvent[], event: string): string | undefined {
  const found = events.find((one) => one.id === event && one.type === 'template.saved');
  const parsed = templateEvents['template.saved'].safeParse(found?.body);
  return parsed.success ? parsed.data.text : undefined;
}

const ofNewerConsole: TemplateFault = {
  line: 1,
  column: 1,
  message: 'It was saved by a newer Wheelhouse, in a form that this one does not know; install the newer one to use it.',
};
const otherId: TemplateFault = { line: 1, column: 1, message: 'It was saved under another id than its front matter has.' };
