/** Publishes postmortems: the draft of each incident as one Markdown file, and a list of them. The same log gives the same bytes. */
import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Publication } from '../../../shared/api/library-wire.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { cardOf, chosenTemplate, isPast } from '../../../shared/postmortem/library/library-card.ts';
import { newPublishedName, publishedName } from '../../../shared/postmortem/published/file-name.ts';
import { type FrontMatter, writeFrontMatter } from '../../../shared/postmortem/published/front-matter.ts';
import { publishedIndex } from '../../../shared/postmortem/published/published-index.ts';
import { visibleLine } from '../../../shared/postmortem/writers/plain-text.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import { KeyedQueue } from '../desk/queue.ts';
import { actorOf, type Caller } from '../server/caller.ts';
import { type DraftWish, type Studio, textOf } from '../studio/studio.ts';
import type { Library } from './library.ts';
import { foreignSays, type PublishFolder } from './publish-folder.ts';
import type { PublishSettings } from './publish-settings.ts';

export interface PublishWish {
  readonly ids?: readonly string[] | undefined;
  readonly all?: true | undefined;
  readonly folder?: string | undefined;
  readonly template?: string | undefined;
  readonly anonymous?: boolean | undefined;
}

export interface PublisherParts {
  readonly desk: Desk;
  readonly studio: Studio;
  readonly library: Library;
  readonly settings: PublishSettings;
}

/** It ships with the console. */
const firstTemplate = 'google-sre';

type Outcome =
  | { readonly file: string; readonly change: 'written' | 'unchanged' }
  | { readonly why: string }
  /** The folder takes nothing more. */
  | { readonly stop: string };

interface Prepared {
  readonly matter: FrontMatter;
  readonly text: string;
}

export class Publisher {
  readonly #parts: PublisherParts;
  readonly #turns = new KeyedQueue();

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** One publication at a time. Errors: an incident or the folder is not there, or the folder takes no more. */
  publish(wish: PublishWish, caller: Caller): Promise<Result<Publication, ApiError>> {
    return this.#turns.run('publish', () => this.#publish(wish, caller));
  }

  async #publish(wish: PublishWish, caller: Caller): Promise<Result<Publication, ApiError>> {
    const past = await this.#parts.library.past();
    const ids = wish.all ? ok(past.map(({ id }) => id)) : this.#resolved(wish.ids ?? []);
    if (!ids.ok) return ids;
    const opened = await this.#parts.settings.open(wish.folder);
    if (!opened.ok) return opened;
    const folder = opened.value;
    const named = new Map(past.flatMap(({ id, published }) => (published === undefined ? [] : [[published.toLowerCase(), id] as const])));
    const published: Publication['published'][number][] = [];
    const refused: Publication['refused'][number][] = [];
    for (const id of ids.value) {
      const view = await this.#view(id);
      const outcome = await this.#publishOne(view, folder, (path) => folder.has(path) || named.has(path.toLowerCase()), wish, caller);
      if ('stop' in outcome) return invalid(`${outcome.stop} ${countSays(published.length)}`);
      if ('why' in outcome) refused.push({ id, label: view.label, why: outcome.why });
      else {
        published.push({ id, label: view.label, ...outcome });
        named.set(outcome.file.toLowerCase(), id);
      }
    }
    const index = await folder.writeIndex(publishedIndex(folder.files()));
    return index.ok ? ok({ folder: folder.path, published, refused, index: index.value }) : invalid(index.error);
  }

  /** The one that the incident had last, unless it is gone. */
  #templateOf(view: IncidentView): string {
    const chosen = chosenTemplate(view);
    return this.#parts.studio.has(chosen) ? chosen : firstTemplate;
  }

  #resolved(wanted: readonly string[]): Result<readonly string[], ApiError> {
    const ids = new Set<string>();
    for (const one of wanted) {
      const id = this.#parts.desk.resolve(one);
      if (!id.ok) return id;
      ids.add(id.value);
    }
    return ok([...ids]);
  }

  async #view(id: string): Promise<IncidentView> {
    const found = await this.#parts.desk.incident(id);
    if (!found.ok) throw new Error(found.error.message);
    return found.value.view;
  }

  async #publishOne(
    view: IncidentView,
    folder: PublishFolder,
    taken: (path: string) => boolean,
    wish: PublishWish,
    caller: Caller,
  ): Promise<Outcome> {
    if (!isPast(view.phase)) return { why: 'It is not over: a postmortem is published once the incident is resolved.' };
    const last = view.exports.findLast(({ published }) => published !== undefined);
    const anonymous = wish.anonymous ?? last?.anonymous ?? false;
    const draftWish: DraftWish = { template: wish.template ?? this.#templateOf(view), ...(anonymous && { anonymous }) };
    const prepared = await this.#prepare(view, draftWish);
    if (!prepared.ok) return { why: prepared.error.message };
    const path = pathFor(view, prepared.value.matter, folder, taken);
    if (folder.at(path) === 'foreign') return { why: foreignSays(path) };
    const stored = await folder.write(path, prepared.value.matter, prepared.value.text);
    if (!stored.ok) return { stop: stored.error };
    if (stored.value === 'unchanged' && publishedName(view) === path) return { file: path, change: 'unchanged' };
    const noted = await this.#note(view.id, path, draftWish, caller);
    if (!noted.ok) return { why: `${path} is written, but the log could not note it: ${noted.error.message}` };
    return this.#writeAsNoted(view.id, path, folder, draftWish, stored.value);
  }

  async #prepare(view: IncidentView, wish: DraftWish): Promise<Result<Prepared, ApiError>> {
    const made = await this.#parts.studio.draft(view, wish);
    if (!made.ok) return made;
    const { draft, source } = made.value;
    // Where names are roles, they are so in what the draft was made of.
    const told = source.view;
    const tags = source.entries.flatMap((entry) => (entry.redacted ? [] : entry.tags));
    const { day, minutes } = cardOf(view);
    const matter: FrontMatter = {
      id: view.id,
      label: visibleLine(view.label),
      title: visibleLine(told.title),
      date: day ?? null,
      severity: view.severity ?? null,
      minutes: minutes ?? null,
      type: told.incidentType === undefined ? null : visibleLine(told.incidentType),
      labels: told.labels.map(visibleLine),
      tags: [...new Set(tags.map(visibleLine))].toSorted(),
      mode: view.mode,
      status: view.phase,
      template: wish.template,
      anonymous: wish.anonymous === true,
    };
    return ok({ matter, text: `${writeFrontMatter(matter)}\n${await textOf('md', draft, source)}` });
  }

  async #note(incidentId: string, published: string, wish: DraftWish, caller: Caller): Promise<Result<unknown, ApiError>> {
    const actor = actorOf(caller);
    if (!actor.ok) return actor;
    const command = {
      ...{
        commandId: randomUUID(),
        incidentId,
        type: 'postmortem.export' as const,
        template: wish.template,
        format: 'md' as const,
        published,
      },
      ...(wish.anonymous && { anonymous: true as const }),
    };
    return this.#parts.desk.run(command, actor.value);
  }

  /** Who publishes may be new to the incident, and so to its draft: what is on disk is what the log gives now, or the next publication would differ. */
  async #writeAsNoted(id: string, path: string, folder: PublishFolder, wish: DraftWish, change: 'written' | 'unchanged'): Promise<Outcome> {
    const prepared = await this.#prepare(await this.#view(id), wish);
    if (!prepared.ok) return { why: prepared.error.message };
    const again = await folder.write(path, prepared.value.matter, prepared.value.text);
    if (!again.ok) return { stop: again.error };
    return { file: path, change: again.value === 'written' ? 'written' : change };
  }
}

/** The path that the log or the folder has for the incident, or a new one. */
function pathFor(view: IncidentView, { title, date }: FrontMatter, folder: PublishFolder, taken: (path: string) => boolean): string {
  const known = publishedName(view) ?? folder.files().find(({ matter }) => matter.id === view.id)?.path;
  if (known !== undefined) {
    const there = folder.at(known);
    if (typeof there === 'string' || there.id === view.id) return known;
  }
  const { id, label, mode } = view;
  return newPublishedName({ id, label, title, drill: mode === 'drill' ? 'yes' : 'no', ...(date !== null && { day: date }) }, taken);
}

function invalid(message: string): Result<never, ApiError> {
  return err({ code: 'invalid', message, fields: [{ path: 'folder', message }] });
}

const countSays = (count: number): string =>
  count === 0 ? 'Nothing was published.' : `${count} ${count === 1 ? 'postmortem was' : 'postmortems were'} published before, whole.`;
