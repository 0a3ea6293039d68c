/** The console without a face: store, desk, watch and router of one data folder, put together. */
import type { ApiError } from '../../shared/api/errors.ts';
import { directoryStream, isDirectory } from '../../shared/directory/stream.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { isPlaybookStream, playbookStream } from '../../shared/playbook/library-stream.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';
import { isTemplateStream, templateStream } from '../../shared/postmortem/template/shelf-stream.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { Via } from '../../shared/vocabulary/words.ts';
import { appVersion as packagedVersion } from './app-version.ts';
import { newPersonId } from './desk/batch.ts';
import type { Clock } from './desk/clock.ts';
import { systemClock } from './desk/clock.ts';
import { Desk } from './desk/desk.ts';
import type { ConsoleIdentity, Owner } from './desk/identity.ts';
import { consoleIdentity, nameOwner, ownerOf } from './desk/identity.ts';
import { Watch } from './desk/watch.ts';
import { Library } from './library/library.ts';
import { PublishSettings } from './library/publish-settings.ts';
import { Publisher } from './library/publisher.ts';
import { Channels } from './outbox/channels.ts';
import { type Keychain, noKeychain } from './outbox/keychain.ts';
import { networkNow } from './outbox/network.ts';
import { Outbox, type OutboxParts } from './outbox/outbox.ts';
import { readingStore } from './reading-store.ts';
import type { Caller } from './server/caller.ts';
import { createHandlers } from './server/handlers.ts';
import type { Nudge } from './server/port-protocol.ts';
import type { Router } from './server/router.ts';
import { createRouter } from './server/router.ts';
import { inviteMs, Sessions } from './server/sessions.ts';
import { shippedFolder } from './shipped.ts';
import type { EventStore } from './store/event-store.ts';
import { openReadOnly, openStore } from './store/open-store.ts';
import { logHeads } from './studio/log-heads.ts';
import { ChromiumPrinter } from './studio/pdf/chromium-printer.ts';
import type { Printer } from './studio/pdf/printer.ts';
import { shippedTemplateFiles } from './studio/shipped-templates.ts';
import { Studio } from './studio/studio.ts';
import { TemplateRunner } from './studio/template-runner.ts';

export interface ConsoleOptions {
  readonly dataDir: string;
  /** Name of the person at this machine until they give another. */
  readonly ownerName: string;
  /** IANA zone of this machine. */
  readonly zone: string;
  /** The package's own unless given. */
  readonly appVersion?: string;
  readonly clock?: Clock;
  readonly playbook?: Playbook;
  readonly samplesDir?: string;
  /** Folder of the templates that ship; the package's own unless given. */
  readonly templatesDir?: string;
  /** Where browsers can join, `http://127.0.0.1:7411`; opens that door where it is closed. Without it nobody can be invited. */
  readonly door?: () => Promise<Result<string, ApiError>>;
  /** Where secrets of channels are kept; without it no channel can be set up. */
  readonly keychain?: Keychain;
  /** What prints PDFs; a Chromium that is installed here unless given. */
  readonly printer?: Printer;
  readonly outbox?: Partial<OutboxSettings>;
  readonly onNudge?: (nudge: Nudge) => void;
  /** An incident changed, or whether the log records did. */
  readonly onChange?: () => void;
  /** A mistake of the console's own; written to the error output unless taken. */
  readonly onBug?: (error: unknown) => void;
}

/** How messages go out; times in ms. */
export type OutboxSettings = Pick<OutboxParts, 'random' | 'network' | 'connectMs' | 'answerMs' | 'closingMs' | 'trust'>;

const usualOutbox: OutboxSettings = { random: Math.random, network: networkNow, connectMs: 5_000, answerMs: 10_000, closingMs: 2_000 };

export interface ConsoleFault {
  readonly error: ApiError;
  /** The other core that holds the data folder. */
  readonly pid?: number;
}

/** One console over one data folder. */
export interface Console {
  readonly router: Router;
  readonly desk: Desk;
  readonly watch: Watch;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  /** The machine woke, or its clock or network may have changed: looks at deadlines and at what waits to go out. */
  readonly wake: () => Promise<void>;
  /** The owner, as they come through a door of this machine. */
  readonly owner: (via: Via) => Caller;
  readonly close: () => Promise<void>;
}

/** Opens the data folder for writing, and starts the watch. Errors: another core has it, or it cannot be used. */
export async function openConsole(options: ConsoleOptions): Promise<Result<Console, ConsoleFault>> {
  const { dataDir, clock = systemClock } = options;
  const opened = openStore(dataDir, clock.now());
  if (!opened.ok) {
    const { message } = opened.error;
    const pid = opened.error.code === 'in-use' ? opened.error.pid : undefined;
    return err({ error: { code: 'not-recording', message: `${message}.` }, ...(pid === undefined ? {} : { pid }) });
  }
  const { store, setAside, erasuresFinished } = opened.value;
  const notices = [
    ...(setAside ? [`The log was damaged (${setAside.reason}) and is kept as ${setAside.file}. A new one was begun.`] : []),
    ...erasuresFinished.flatMap(({ stillHolding }) => stillHolding.map((file) => `An erased text may still be in ${file}.`)),
  ];
  try {
    const console = await assemble(options, store, await consoleIdentity(dataDir, store), notices, 'writing');
    await console.watch.start();
    console.outbox.start();
    return ok(console);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens the data folder for reading only, beside whoever writes it. What would write answers `not-recording`. */
export async function openForReading(options: ConsoleOptions): Promise<Result<Console, ConsoleFault>> {
  const opened = openReadOnly(options.dataDir);
  if (!opened.ok) {
    const code = opened.error.code === 'no-log' ? 'not-found' : 'not-recording';
    return err({ error: { code, message: `${opened.error.message}.` } });
  }
  const store = readingStore(opened.value);
  // A reader writes no event, so it needs no key; but it must tell the console's own events from those of others.
  const identity = { origin: (await store.meta('origin')) ?? '', publicKey: '' };
  return ok(await assemble(options, store, identity, [], 'reading'));
}

async function assemble(
  options: ConsoleOptions,
  store: EventStore,
  identity: ConsoleIdentity,
  notices: readonly string[],
  mode: 'writing' | 'reading',
): Promise<Console> {
  const { dataDir, zone, clock = systemClock, playbook = defaultPlaybook, appVersion = packagedVersion } = options;
  const { keychain = noKeychain, onBug = toErrorOutput } = options;
  let owner: Owner = await ownerOf(store, options.ownerName);
  const channels = new Channels({ dataDir, keychain, now: clock.now(), mode });
  const runner = new TemplateRunner();
  const desk = await Desk.open({
    store,
    clock,
    identity,
    appVersion,
    zone,
    playbook,
    channels: () => channels.on(),
    templates: { runner, shipped: shelved(() => shippedTemplateFiles(options.templatesDir)), ...samplesOf(options) },
    notices: channels.notice === undefined ? notices : [...notices, channels.notice],
    onChange: () => {
      void watch.wake();
      outbox.look();
      options.onChange?.();
    },
  });
  const watch: Watch = new Watch({
    clock,
    openViews: () => desk.openViews(),
    record: (deadline) => desk.recordDeadline(deadline),
    beforeLook: () => desk.probe(),
    onNudge: (nudge) => options.onNudge?.(nudge),
    listener: () => ({ self: owner.id, joined: (person) => sessions.joined(person) }),
    onJump: () => outbox.wake(),
  });
  const outbox: Outbox = new Outbox({
    ...{ ...usualOutbox, ...options.outbox },
    ...{ clock, channels, origin: identity.origin, onBug },
    undelivered: () => desk.undelivered(),
    record: (incidentId, facts) => desk.recordOwn(incidentId, facts),
  });
  const sessions = new Sessions({ dataDir, now: clock.now, newPersonId });
  const ownerCaller = (via: Via): Caller => ({ person: owner.id, name: owner.name, scope: 'owner', via });
  const nameTheOwner = async (name: string): Promise<void> => {
    await nameOwner(store, name);
    owner = { ...owner, name, named: true };
  };

  const library = new Library(desk, store);
  const studio = new Studio({
    templates: () => desk.templates.shelf.inUse,
    runner,
    heads: (incident, upTo) => logHeads(store, incident, upTo),
    printer: options.printer ?? new ChromiumPrinter(),
    similar: (incident) => library.toldAsSimilar(incident),
  });
  const settings = new PublishSettings(dataDir, mode);
  const handlers = createHandlers({
    desk,
    store,
    zone,
    appVersion,
    files: samplesOf(options),
    studio,
    library: { library, settings, publisher: new Publisher({ desk, studio, library, settings }) },
    now: clock.now,
    channels: { channels, outbox },
    people: {
      name: async (caller, name) => {
        if (caller.session === undefined) {
          await nameTheOwner(name);
          return ownerCaller(caller.via);
        }
        // The first to name themself with the owner's token is the owner; so is whoever gives the owner's name.
        const isOwner = caller.scope === 'owner' && (!owner.named || owner.name.toLowerCase() === name.toLowerCase());
        if (isOwner) await nameTheOwner(name);
        sessions.name(caller.session, name, isOwner ? owner.id : undefined);
        return { ...caller, name, ...(isOwner ? { person: owner.id } : {}) };
      },
      forget: (person) => sessions.forgetName(person),
    },
    invite: async () => {
      const door = await (options.door?.() ??
        err({ code: 'not-found' as const, message: 'Nobody can join: this console serves no browsers.' }));
      return door.ok ? ok(`${door.value}/?token=${sessions.invite('responder', inviteMs)}`) : door;
    },
  });
  const router = createRouter({
    handlers,
    openStream: async ({ incident, after }, _caller, sink) => {
      if (incident === undefined) return ok(desk.hub.open({ after }, sink));
      if (isDirectory(incident)) return ok(desk.hub.open({ incident: directoryStream, after }, sink));
      if (isTemplateStream(incident)) return ok(desk.hub.open({ incident: templateStream, after }, sink));
      if (isPlaybookStream(incident)) return ok(desk.hub.open({ incident: playbookStream, after }, sink));
      const id = desk.resolve(incident);
      return id.ok ? ok(desk.hub.open({ incident: id.value, after }, sink)) : id;
    },
    onBug,
  });
  return {
    router,
    desk,
    watch,
    sessions,
    outbox,
    wake: async () => {
      outbox.wake();
      await watch.wake();
    },
    owner: ownerCaller,
    close: async () => {
      await outbox.stop();
      await watch.stop();
      await runner.close();
      await desk.close();
      await store.close();
    },
  };
}

/** Read when somebody first asks. */
function shelved<T>(read: () => T): () => T {
  let kept: T | undefined;
  return () => (kept ??= read());
}

function toErrorOutput(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

function samplesOf({ samplesDir = shippedFolder('resources/samples') }: ConsoleOptions): { readonly samplesDir?: string } {
  return samplesDir === undefined ? {} : { samplesDir };
}
