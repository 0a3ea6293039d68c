import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noHash, openEvent, seal, verifyChain } from '../../../shared/log/chain.ts';
import { formatHlc, type HlcState, hlcZero, parseHlc, receive, tick } from '../../../shared/log/clock.ts';
import type { EventHeader } from '../../../shared/log/event.ts';
import { uuidv7, uuidv8FromSource } from '../../../shared/log/ids.ts';

interface Vectors {
  readonly events: readonly {
    readonly says: string;
    readonly header: string;
    readonly headerHex: string;
    readonly bodyHex: string;
    readonly saltHex: string;
    readonly bodyHash: string;
    readonly hash: string;
  }[];
  readonly clock: readonly { readonly says: string; readonly now: number; readonly hear?: string; readonly hlc: string }[];
  readonly uuidv7: readonly { readonly now: number; readonly randomHex: string; readonly id: string }[];
  readonly uuidv8: readonly { readonly parts: readonly string[]; readonly id: string }[];
}

const vectors = JSON.parse(readFileSync(new URL('../../fixtures/log-vectors.json', import.meta.url), 'utf8')) as Vectors;
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

describe('the published vectors of events', () => {
  test.each(vectors.events)(
    'hash as they say, computed without our code: $says',
    ({ header, headerHex, bodyHex, saltHex, bodyHash, hash }) => {
      expect(Buffer.from(headerHex, 'hex').toString('utf8')).toBe(header);
      expect(sha256('wheelhouse.event.1\n', hex(headerHex))).toBe(hash);
      expect(sha256(hex(saltHex), hex(bodyHex))).toBe(bodyHash);
      expect((JSON.parse(header) as EventHeader).bodyHash).toBe(bodyHash);
    },
  );

  test('follow from one another', () => {
    const previous = [noHash, ...vectors.events.map(({ hash }) => hash)];
    for (const [n, { header }] of vectors.events.entries()) expect((JSON.parse(header) as EventHeader).prevHash).toBe(previous[n]);
  });

  test.each(vectors.events)('are sealed to the same bytes by our code: $says', ({ header, headerHex, bodyHex, saltHex, hash }) => {
    const { id, type, v, occurredAt, endAt, precision, by, ...stamp } = JSON.parse(header) as EventHeader;
    const body = JSON.parse(Buffer.from(bodyHex, 'hex').toString('utf8')) as unknown;
    const fact = { id, type, v, body, occurredAt, precision, ...(endAt !== undefined && { endAt }), ...(by !== undefined && { by }) };
    const sealed = seal(fact, { ...stamp, salt: hex(saltHex) });
    expect(Buffer.from(sealed.headerBytes).toString('hex')).toBe(headerHex);
    expect(Buffer.from(sealed.bodyBytes).toString('hex')).toBe(bodyHex);
    expect(sealed.event.hash).toBe(hash);
    expect(openEvent(sealed)).toEqual({ ok: true, value: sealed.event });
  });

  test('verify as a chain', () => {
    const chain = vectors.events.map((e) => ({ headerBytes: hex(e.headerHex), bodyBytes: hex(e.bodyHex), salt: hex(e.saltHex) }));
    expect(verifyChain(chain)).toMatchObject({ ok: true, value: { seq: vectors.events.length } });
  });
});

test('the published vectors of the clock are ticked', () => {
  let state: HlcState = hlcZero;
  for (const { says, now, hear, hlc } of vectors.clock) {
    const remote = hear === undefined ? undefined : parseHlc(hear);
    state = remote?.ok ? receive(state, remote.value, now).state : tick(state, now);
    expect(`${says}: ${formatHlc(state)}`).toBe(`${says}: ${hlc}`);
  }
});

describe('the published vectors of ids', () => {
  test.each(vectors.uuidv7)('give $id at $now', ({ now, randomHex, id }) => {
    expect(uuidv7(now, () => hex(randomHex))).toBe(id);
    expect(id.replaceAll('-', '').slice(0, 12)).toBe(now.toString(16).padStart(12, '0'));
  });

  test.each(vectors.uuidv8)('give $id for $parts, computed without our code', ({ parts, id }) => {
    expect(uuidv8FromSource(...parts)).toBe(id);
    const digest = sha256(`wheelhouse.id.1\n${JSON.stringify(parts)}`);
    const variant = (Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8;
    expect(id.replaceAll('-', '')).toBe(`${digest.slice(0, 12)}8${digest.slice(13, 16)}${variant.toString(16)}${digest.slice(17, 32)}`);
  });
});
