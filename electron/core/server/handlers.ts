/** What each procedure does once the gate let it in: the desk, the log and the sessions behind it. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Session } from '../../../shared/api/wire.ts';
import { isDirectoryEvent } from '../../../shared/directory/events.ts';
import { directoryStream, isDirectory } from '../../../shared/directory/stream.ts';
import { needsItsBody } from '../../../shared/incident/evolve-control.ts';
import { knownAt } from '../../../shared/incident/known-at.ts';
import { isPlaybookEvent } from '../../../shared/playbook/library-events.ts';
import { isPlaybookStream, playbookStream } from '../../../shared/playbook/library-stream.ts';
import { isTemplateEvent } from '../../../shared/postmortem/template/shelf-events.ts';
import { isTemplateStream, templateStream } from '../../../shared/postmortem/template/shelf-stream.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import { directoryHandlers } from '../directory/directory-handlers.ts';
import { insightHandlers } from '../insights/insight-handlers.ts';
import { type LibraryParts, libraryHandlers } from '../library/library-handlers.ts';
import { type ChannelParts, channelHandlers } from '../outbox/channel-handlers.ts';
import { playbookHandlers } from '../playbook/playbook-handlers.ts';
import type { EventStore } from '../store/event-store.ts';
import { followUpHandlers } from '../studio/follow-up-handlers.ts';
import { reviewHandlers } from '../studio/review-handlers.ts';
import { sectionHandlers } from '../studio/section-handlers.ts';
import type { Studio } from '../studio/studio.ts';
import { studioHandlers } from '../studio/studio-handlers.ts';
import { templateHandlers } from '../studio/template-handlers.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Files } from './file-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import type { Handlers } from './router.ts';

/** Who callers are, and how their names are kept. */
export interface People {
  readonly name: (caller: Caller, name: string) => Promise<Caller>;
  /** The name of a person was erased from the log: nobody else may keep it. */
  readonly forget: (person: string) => void;
}

export interface HandlerParts {
  readonly desk: Desk;
  readonly store: EventStore;
  readonly people: People;
  readonly files: Files;
  readonly now: () => number;
  readonly studio: Studio;
  readonly library: LibraryParts;
  readonly channels: ChannelParts;
  /** A link by which a responder joins; opens the door for browsers where it is closed. */
  readonly invite: () => Promise<Result<string, ApiError>>;
  readonly zone: string;
  readonly appVersion: string;
}

const eventsAtOnce = 200;
const hitsAtOnce = 50;

/** The handlers of every procedure. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { desk, store, people, zone, appVersion } = parts;
  const session = ({ person, name, scope, via }: Caller): Session => ({
    person,
    ...(name === undefined ? {} : { name }),
    scope,
    via,
    zone,
    appVersion,
  });

  return {
    'commands.run': async (command, caller) => {
      const actor = actorOf(caller);
      if (!actor.ok) return actor;
      if (command.by !== undefined && caller.scope !== 'owner') {
        return err({ code: 'forbidden', message: 'Only the owner of this console may write down what others said or did.' });
      }
      const events = await desk.run(command, actor.value);
      return events.ok ? ok({ events: events.value }) : events;
    },
    'incidents.list': async () => ok({ incidents: desk.list() }),
    'incidents.get': async ({ id }) => {
      const found = await desk.incident(id);
      if (!found.ok) return found;
      const { summary, state, position } = found.value;
      return ok({ ...summary, fold: state, position });
    },
    'incidents.events': async ({ id, after = 0, limit = eventsAtOnce }) => {
      const incident = desk.resolve(id);
      if (!incident.ok) return incident;
      // One more than asked for tells whether there is more.
      const found = await store.read(incident.value, after, limit + 1);
      const events = found.slice(0, limit);
      return ok({ events, next: found.length > limit ? (events.at(-1)?.position ?? null) : null });
    },
    'incidents.asKnownAt': async ({ id, at }) => {
      const incident = desk.resolve(id);
      if (!incident.ok) return incident;
      const events = await store.read(incident.value);
      const position = events.findLast(({ recordedAt }) => recordedAt <= at)?.position ?? 0;
      return ok({ fold: knownAt(incident.value, events, at).state(), position });
    },
    'log.search': async ({ text, incident, limit = hitsAtOnce }) => {
      const stream = incident === undefined ? undefined : desk.resolve(incident);
      if (stream?.ok === false) return stream;
      // The directory, the playbook and the templates have screens of their own: no line of an incident is there.
      const found = await store.search(text, {
        limit,
        ...(stream ? { stream: stream.value } : { except: [directoryStream, playbookStream, templateStream] }),
      });
      const titles = new Map(desk.list().map(({ id, title }) => [id, title]));
      const shown = await Promise.all(found.map(async (event) => ((await desk.isHidden(event)) ? [] : [event])));
      return ok({ hits: shown.flat().map((event) => ({ event, title: titles.get(event.incidentId) ?? '' })) });
    },
    'log.erase': async ({ id, event: eventId, confirm }) => {
      const beside = besideIncidents(id);
      const incident = beside ? ok(beside.stream) : desk.resolve(id);
      if (!incident.ok) return incident;
      const event = await store.find(eventId.toLowerCase());
      if (event?.incidentId !== incident.value) {
        return err({ code: 'not-found', message: `${beside?.name ?? 'That incident'} has no such entry.` });
      }
      if (confirm.toLowerCase() !== event.id.slice(-8)) {
        const message = 'must be the last eight characters of the entry’s id';
        return err({ code: 'invalid', message: `confirm: ${message}`, fields: [{ path: 'confirm', message }] });
      }
      if (beside ? !beside.wrote(event.type) : needsItsBody(event.type)) {
        const why = beside ? 'it holds nothing that anybody wrote' : 'the incident would not know where it stands';
        const message = `${event.type} cannot be erased: ${why}. Write what should be read instead.`;
        return err({ code: 'invalid', message, fields: [{ path: 'event', message }] });
      }
      const erased = await store.erase(event.id);
      if (!erased.ok) return err({ code: erased.error.code, message: erased.error.message });
      const person = event.type === 'person.joined' ? personOf(event.body) : undefined;
      if (person !== undefined) people.forget(person);
      await desk.forget(incident.value);
      return ok({ erased: event.id, backups: erased.value.stillHolding });
    },
    'log.verify': async () => {
      const { firstBroken, ...counts } = await store.verify();
      if (!firstBroken) return ok(counts);
      const { stream, ...broken } = firstBroken;
      return ok({ ...counts, firstBroken: { ...broken, incidentId: stream } });
    },
    'log.backup': async ({ file }) => {
      const written = await store.backup(file);
      return written.ok
        ? written
        : err({ code: 'invalid', message: written.error.message, fields: [{ path: 'file', message: written.error.message }] });
    },
    'session.get': async (_input, caller) => ok(session(caller)),
    'session.name': async ({ name }, caller) => ok(session(await people.name(caller, name))),
    'session.invite': async () => {
      const url = await parts.invite();
      return url.ok ? ok({ url: url.value }) : url;
    },
    ...channelHandlers(parts.channels),
    ...fileHandlers(desk, store, parts.files),
    ...studioHandlers(desk, parts.studio),
    ...reviewHandlers(desk, parts.studio),
    ...libraryHandlers(parts.library),
    ...sectionHandlers(desk, store, parts.studio),
    ...followUpHandlers(desk),
    ...insightHandlers(desk, store, parts.now),
    ...directoryHandlers({ directory: desk.directory, playbook: () => desk.playbook.shelf.library.inForce.playbook, zone, now: parts.now }),
    ...playbookHandlers(desk.playbook),
    ...templateHandlers(desk),
  };
}

/** A stream beside those of the incidents, by its name or its id. */
function besideIncidents(
  id: string,
): { readonly stream: string; readonly name: string; readonly wrote: (type: string) => boolean } | undefined {
  if (isDirectory(id)) return { stream: directoryStream, name: 'The directory', wrote: isDirectoryEvent };
  if (isPlaybookStream(id)) return { stream: playbookStream, name: 'The playbook', wrote: isPlaybookEvent };
  if (isTemplateStream(id)) return { stream: templateStream, name: 'The shelf of templates', wrote: isTemplateEvent };
  return undefined;
}

function personOf(body: unknown): string | undefined {
  const person = typeof body === 'object' && body !== null && 'person' in body ? body.person : undefined;
  return typeof person === 'string' ? person : undefined;
}
