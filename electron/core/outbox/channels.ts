/** The channels of this installation: set up by its owner, off until turned on, their secrets in the machine's keychain. */
import type { ChannelChange, ChannelKind } from '../../../shared/api/channels-wire.ts';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { KeyedQueue } from '../desk/queue.ts';
import { readAddress } from './address.ts';
import { type ChannelList, type KeptChannel, readChannelFile, writeChannelFile } from './channel-file.ts';
import type { Keychain } from './keychain.ts';

export interface ChannelsParts {
  readonly dataDir: string;
  readonly keychain: Keychain;
  /** ms since epoch, UTC. */
  readonly now: number;
  /** `reading`: beside the console that writes. */
  readonly mode: 'writing' | 'reading';
}

/** Where a channel leads, as its owner gave it. */
export interface Destination {
  readonly url: URL;
  /** Of a webhook: what its messages are signed with. */
  readonly secret?: string;
}

interface Sealed {
  readonly url: string;
  readonly secret?: string;
}

const changing = 'the list';

export class Channels {
  readonly #parts: ChannelsParts;
  readonly #turns = new KeyedQueue();
  #list: ChannelList;
  /** What a person must know from the start. */
  readonly notice: string | undefined;

  constructor(parts: ChannelsParts) {
    this.#parts = parts;
    const { list, notice } = readChannelFile(parts.dataDir, parts.now, parts.mode === 'writing' ? 'setAside' : 'look');
    this.#list = list;
    this.notice = notice;
  }

  all(): readonly KeptChannel[] {
    return this.#list.channels;
  }

  /** Those that a person turned on: a message may be given to them. */
  on(): readonly KeptChannel[] {
    return this.#list.channels.filter(({ on }) => on);
  }

  find(id: string): Result<KeptChannel, ApiError> {
    const channel = this.#list.channels.find((known) => known.id === id);
    return channel ? ok(channel) : err({ code: 'not-found', message: `There is no channel ${id}.` });
  }

  /** Makes a channel, or changes one. Nothing is written where its secrets cannot be kept. */
  save(change: ChannelChange): Promise<Result<KeptChannel, ApiError>> {
    return this.#turns.run(changing, async () => {
      const made = change.id === undefined ? await this.#made(change) : await this.#changed(change.id, change);
      if (!made.ok) return made;
      const others = this.#list.channels;
      const channels = others.some(({ id }) => id === made.value.id)
        ? others.map((other) => (other.id === made.value.id ? made.value : other))
        : [...others, made.value];
      const written = this.#write({ ...this.#list, channels });
      return written.ok ? made : written;
    });
  }

  /** Forgets a channel and its secrets. What waits for it goes nowhere. `confirm` repeats its name. */
  remove(id: string, confirm: string): Promise<Result<KeptChannel, ApiError>> {
    return this.#turns.run(changing, async () => {
      const channel = this.find(id);
      if (!channel.ok) return channel;
      if (confirm.trim() !== channel.value.name) return invalid('confirm', `has to be the channel’s name, ${channel.value.name}`);
      const channels = this.#list.channels.filter((other) => other.id !== id);
      const written = this.#write({ ...this.#list, channels, retired: [...this.#list.retired, id] });
      return written.ok ? channel : written;
    });
  }

  /** Opens a channel's secrets. The error says why the keychain did not. */
  async destination(channel: KeptChannel): Promise<Result<Destination, string>> {
    const opened = await this.#parts.keychain.open(channel.sealed);
    if (!opened.ok) return opened;
    const { url, secret } = JSON.parse(opened.value) as Sealed;
    const address = readAddress(url);
    return address.ok ? ok({ url: address.value, ...(secret === undefined ? {} : { secret }) }) : err(`Its address ${address.error}.`);
  }

  async #made(change: ChannelChange): Promise<Result<KeptChannel, ApiError>> {
    const { name, kind, audiences, url, secret } = change;
    if (name === undefined) return invalid('name', 'is missing: what people call it, such as #incidents');
    if (kind === undefined) return invalid('kind', 'is missing: webhook or slack');
    if (audiences === undefined) return invalid('audiences', 'are missing: whom it reaches');
    if (url === undefined) return invalid('url', 'is missing: where its messages go');
    const sealed = await this.#seal(kind, { url, ...(secret === undefined ? {} : { secret }) });
    if (!sealed.ok) return sealed;
    const { on = false, repeatsAreDropped = false } = change;
    return ok({ id: this.#freeId(name), name, kind, audiences, on, repeatsAreDropped, ...sealed.value });
  }

  async #changed(id: string, change: ChannelChange): Promise<Result<KeptChannel, ApiError>> {
    const found = this.find(id);
    if (!found.ok) return found;
    const before = found.value;
    if (change.kind !== undefined && change.kind !== before.kind) {
      return invalid('kind', 'stays as it was set up. Make another channel instead');
    }
    const sealed = await this.#sealedAgain(before, change);
    if (!sealed.ok) return sealed;
    const { name, audiences, on, repeatsAreDropped } = { ...before, ...present(change) };
    return ok({ ...before, ...sealed.value, name, audiences, on, repeatsAreDropped });
  }

  /** What is not given anew stays: an address with another secret, or a secret with another address. */
  async #sealedAgain(before: KeptChannel, { url, secret }: ChannelChange): Promise<Result<Pick<KeptChannel, 'host' | 'sealed'>, ApiError>> {
    if (url === undefined && secret === undefined) return ok({ host: before.host, sealed: before.sealed });
    const opened = await this.#parts.keychain.open(before.sealed);
    if (!opened.ok && (url === undefined || (secret === undefined && before.kind === 'webhook'))) {
      return err({ code: 'invalid', message: `Nothing was saved. ${opened.error}` });
    }
    const kept = opened.ok ? (JSON.parse(opened.value) as Sealed) : undefined;
    const signedWith = secret ?? kept?.secret;
    return this.#seal(before.kind, { url: url ?? kept?.url ?? '', ...(signedWith === undefined ? {} : { secret: signedWith }) });
  }

  async #seal(kind: ChannelKind, secrets: Sealed): Promise<Result<Pick<KeptChannel, 'host' | 'sealed'>, ApiError>> {
    const address = readAddress(secrets.url);
    if (!address.ok) return invalid('url', address.error);
    if (kind === 'webhook' && secrets.secret === undefined) {
      return invalid('secret', 'is missing: messages are signed with it, and its receiver has the same');
    }
    const sealed = await this.#parts.keychain.seal(JSON.stringify(secrets));
    if (!sealed.ok) return err({ code: 'invalid', message: `Nothing was saved. ${sealed.error}` });
    return ok({ host: address.value.host, sealed: sealed.value });
  }

  #write(list: ChannelList): Result<void, ApiError> {
    if (this.#parts.mode === 'reading') return err({ code: 'not-recording', message: 'This console is open for reading only.' });
    try {
      writeChannelFile(this.#parts.dataDir, list);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return err({ code: 'not-recording', message: `The channels could not be written: ${why}.` });
    }
    this.#list = list;
    return ok(undefined);
  }

  /** An id that no channel here has or had. */
  #freeId(name: string): string {
    const taken = new Set([...this.#list.channels.map(({ id }) => id), ...this.#list.retired]);
    const slug = slugOf(name);
    if (!taken.has(slug)) return slug;
    for (let n = 2; ; n += 1) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
  }
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug === '' ? 'channel' : slug;
}

function present(change: ChannelChange): Partial<Pick<KeptChannel, 'name' | 'audiences' | 'on' | 'repeatsAreDropped'>> {
  const { name, audiences, on, repeatsAreDropped } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(audiences === undefined ? {} : { audiences }),
    ...(on === undefined ? {} : { on }),
    ...(repeatsAreDropped === undefined ? {} : { repeatsAreDropped }),
  };
}

function invalid(path: string, message: string): Result<never, ApiError> {
  return err({ code: 'invalid', message: `${path}: ${message}`, fields: [{ path, message }] });
}
