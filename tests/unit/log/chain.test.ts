import { describe, expect, test } from 'vitest';
import { type EventBytes, noHash, openEvent, verifyChain } from '../../../shared/log/chain.ts';
import { headerBytes, readHeader } from '../../../shared/log/header.ts';
import { LogWriter, night } from '../../fixtures/log-writer.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (json: string) => new TextEncoder().encode(json);

describe('sealing', () => {
  test('takes the time of the clock where the fact states none', () => {
    const { event } = new LogWriter().write();
    expect(event).toMatchObject({ occurredAt: night, precision: 'exact', seq: 1, prevHash: noHash });
    expect(Object.keys(event)).not.toContain('endAt');
  });

  test('keeps the time, the precision and the speaker that a fact states', () => {
    const { event } = new LogWriter().write({ occurredAt: 5, endAt: 9, precision: 'between', by: 'lee' });
    expect(event).toMatchObject({ occurredAt: 5, endAt: 9, precision: 'between', by: 'lee' });
  });

  test('writes the header keys in one order and leaves absent ones out', () => {
    const pen = new LogWriter();
    const plain = Object.keys(JSON.parse(text(pen.write().headerBytes)));
    expect(plain.join(' ')).toBe(
      'chain id incidentId origin seq hlc occurredAt precision recordedAt actor via cause type v bodyHash prevHash',
    );
    const full = Object.keys(JSON.parse(text(pen.write({ by: 'lee', endAt: night, occurredAt: night }).headerBytes)));
    expect(full.join(' ')).toBe(
      'chain id incidentId origin seq hlc occurredAt endAt precision recordedAt actor via by cause type v bodyHash prevHash',
    );
  });

  test('keeps NUL, lone surrogates and every other text that people paste', () => {
    for (const pasted of ['\0', '\ud800', 'a\udc00b', '𝄞', '\u2028', '\ufeff', '"\\', '']) {
      const sealed = new LogWriter().write({ text: pasted });
      expect(openEvent(sealed)).toEqual({ ok: true, value: sealed.event });
      expect((sealed.event.body as { text: string }).text).toBe(pasted);
    }
  });

  test('answers the body as a restart would read it', () => {
    const { event } = new LogWriter().write({ body: { text: 'x', owner: undefined, at: Number.NaN } });
    expect(event.body).toStrictEqual({ text: 'x', at: null });
  });

  test('refuses a body that would read as erased, or that JSON cannot write', () => {
    expect(() => new LogWriter().write({ body: null })).toThrow(TypeError);
    expect(() => new LogWriter().write({ body: undefined })).toThrow(TypeError);
  });
});

describe('reading a header', () => {
  const sealed = new LogWriter().write();
  const { hash: _hash, body: _body, ...header } = sealed.event;
  const changed = (change: object) => readHeader(headerBytes({ ...header, ...change }));

  test('gives back what was written', () => {
    expect(readHeader(sealed.headerBytes)).toEqual({ ok: true, value: header });
  });

  test.each([
    ['an unknown key', text(sealed.headerBytes).replace('{', '{"extra":1,')],
    ['white space', text(sealed.headerBytes).replace('{', '{ ')],
    ['another order of keys', text(sealed.headerBytes).replace(/^\{"chain":1,(.*)\}$/, '{$1,"chain":1}')],
    ['a key twice', text(sealed.headerBytes).replace('{', '{"chain":1,')],
    ['a number written otherwise', text(sealed.headerBytes).replace('"seq":1', '"seq":1.0')],
    ['an escape that is not needed', text(sealed.headerBytes).replace('"kim"', '"\\u006bim"')],
    ['a byte order mark', `\ufeff${text(sealed.headerBytes)}`],
    ['half a header', text(sealed.headerBytes).slice(0, 40)],
  ])('refuses %s', (_what, json) => {
    expect(readHeader(bytes(json)).ok).toBe(false);
  });

  test.each([
    ['chain 2', { chain: 2 }],
    ['an id that is none', { id: 'e1' }],
    ['number 0', { seq: 0 }],
    ['a fraction of a millisecond', { occurredAt: 1.5 }],
    ['a time beyond all dates', { recordedAt: 9e15 }],
    ['a precision that nobody knows', { precision: 'roughly' }],
    ['no actor', { actor: '' }],
    ['two causes', { cause: { import: 'x' } }],
    ['a short hash', { prevHash: '00' }],
  ])('refuses %s and names the field', (_what, change) => {
    const [field] = Object.keys(change);
    expect(changed(change)).toEqual({ ok: false, error: expect.stringContaining(`header's ${field}`) });
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(readHeader(Uint8Array.of(0xff, 0xfe))).toEqual({ ok: false, error: 'the header is not UTF-8' });
  });
});

describe('a chain', () => {
  const pen = new LogWriter();
  const chain: readonly EventBytes[] = pen.notes('one', 'two', 'three', 'four');

  test('is whole as written, and answers its head', () => {
    expect(verifyChain(chain)).toMatchObject({ ok: true, value: { seq: 4, hash: pen.prevHash } });
    expect(verifyChain([])).toEqual({ ok: true, value: undefined });
  });

  test('stays whole when a body is erased', () => {
    expect(verifyChain(chain.map((event, n) => (n === 1 ? { ...event, bodyBytes: null, salt: null } : event))).ok).toBe(true);
  });

  test.each([
    ['an event is missing', chain.toSpliced(1, 1), 1, 'seq'],
    ['two events changed places', [chain[0], chain[2], chain[1]], 1, 'seq'],
    ['its beginning is missing', chain.slice(1), 0, 'seq'],
    ['an event of another console stands in it', [chain[0], new LogWriter('b').notes('x', 'y')[1]], 1, 'stream'],
    ['a body was exchanged', [{ ...chain[0], bodyBytes: bytes('{}') }], 0, 'body'],
    ['the salt alone is gone', [{ ...chain[0], salt: null }], 0, 'body'],
    ['the salt is too short', [{ ...chain[0], salt: new Uint8Array(8) }], 0, 'body'],
  ])('is broken where %s', (_what, events, index, code) => {
    expect(verifyChain(events as readonly EventBytes[])).toMatchObject({ ok: false, error: { index, code } });
  });

  test('is broken where an event goes on from another past', () => {
    const past = new LogWriter('other', { stream: pen.stream, origin: pen.origin });
    const [, second] = past.notes('another one', 'another two');
    expect(verifyChain([chain[0], second] as readonly EventBytes[])).toMatchObject({ ok: false, error: { index: 1, code: 'prevHash' } });
  });
});
