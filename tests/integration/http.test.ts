import { randomUUID } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declare, ownerToken, type Served, serve } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';

const bearer = { authorization: `Bearer ${ownerToken}` };
const json = { 'content-type': 'application/json' };

const post = (served: Served, path: string, body: unknown, headers: Record<string, string> = bearer) =>
  fetch(`${served.url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const get = (served: Served, path: string, headers: Record<string, string> = bearer) => fetch(`${served.url}${path}`, { headers });

/** Opens the address that carries a token; answers the cookie. */
async function cookieFor(served: Served, token: string): Promise<string> {
  const response = await fetch(`${served.url}/?token=${token}`, { redirect: 'manual' });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** A request with headers that `fetch` keeps to itself. */
function raw(served: Served, options: { method?: string; path: string; headers: Record<string, string>; body?: readonly string[] }) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(served.url);
    const sent = httpRequest(
      { hostname, port, method: options.method ?? 'GET', path: options.path, headers: options.headers },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += String(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    for (const part of options.body ?? []) sent.write(part);
    sent.end();
  });
}

describe('a command over HTTP', () => {
  test('is answered 200 with its events', async () => {
    const served = await serve();
    const response = await post(served, '/api/v1/commands', { commandId: randomUUID(), type: 'incident.declare', title: 'Checkout fails' });
    expect(response.status).toBe(200);
    const { events } = await response.json();
    expect(events[0]).toMatchObject({ type: 'console.joined', via: 'api', position: 1, precision: 'exact' });
    for (const field of ['id', 'incidentId', 'type', 'body', 'occurredAt', 'precision', 'recordedAt', 'actor', 'position']) {
      expect(events[0]).toHaveProperty(field);
    }
  });

  test('that the charts refuse is answered 409 with the refusal', async () => {
    const served = await serve();
    const incidentId = await declare(served);
    const response = await post(served, '/api/v1/commands', { commandId: randomUUID(), incidentId, type: 'incident.resolve' });
    expect(response.status).toBe(409);
    const { refusal } = await response.json();
    expect(refusal).toMatchObject({ code: 'requirements', message: expect.any(String) });
    expect(refusal.unmet[0]).toMatchObject({
      requirement: expect.any(String),
      says: expect.any(String),
      remedy: { kind: expect.any(String) },
    });
  });

  test('that is malformed is answered 422 with the path of each fault', async () => {
    const served = await serve();
    const response = await post(served, '/api/v1/commands', { commandId: 'x', type: 'incident.declare', title: '', surprise: 1 });
    expect(response.status).toBe(422);
    const { error } = await response.json();
    expect(error.code).toBe('invalid');
    expect(error.fields.map(({ path }: { path: string }) => path).toSorted()).toEqual(['commandId', 'surprise', 'title']);
  });

  test('that is no JSON is answered 422', async () => {
    const served = await serve();
    const response = await fetch(`${served.url}/api/v1/commands`, { method: 'POST', headers: { ...json, ...bearer }, body: '{"a":' });
    expect(response.status).toBe(422);
  });
});

describe('reading over HTTP', () => {
  test('lists incidents, shows one by its label, and pages through its events', async () => {
    const served = await serve();
    const id = await declare(served);
    expect(await (await get(served, '/api/v1/incidents')).json()).toMatchObject({ incidents: [{ id, label: 'inc-1' }] });
    expect(await (await get(served, '/api/v1/incidents/inc-1')).json()).toMatchObject({
      id,
      phase: expect.stringMatching(/^(triage|investigating)$/),
      fold: { view: { id } },
      position: expect.any(Number),
    });
    const seen: number[] = [];
    let next: number | null = 0;
    while (next !== null) {
      const page: { events: { position: number }[]; next: number | null } = await (
        await get(served, `/api/v1/incidents/${id}/events?after=${next}&limit=3`)
      ).json();
      expect(page.events.length).toBeLessThanOrEqual(3);
      seen.push(...page.events.map(({ position }) => position));
      next = page.next;
    }
    expect(seen).toEqual(seen.map((_, index) => index + 1));
  });

  test('answers 404 for what is not there and 422 for what is no number', async () => {
    const served = await serve();
    const id = await declare(served);
    expect((await get(served, '/api/v1/incidents/nope')).status).toBe(404);
    expect((await get(served, '/api/v1/nothing')).status).toBe(404);
    expect((await get(served, `/api/v1/incidents/${id}/events?after=soon`)).status).toBe(422);
    expect((await get(served, `/api/v1/incidents/${id}/events?after=1&after=2`)).status).toBe(422);
    expect((await get(served, `/api/v1/incidents/${id}/export?template=google-sre&format=rtf`)).status).toBe(422);
  });

  test('exports a draft, and shows it as a page that may run nothing', async () => {
    const served = await serve();
    const id = await declare(served, { title: 'A <script>alert(1)</script> title' });
    const draft = await get(served, `/api/v1/incidents/${id}/export?template=google-sre&format=md`);
    expect(draft.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(draft.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''.+\.md$/);
    expect(await draft.text()).toMatch(/^# Postmortem: /);
    const preview = await get(served, `/preview/${id}?template=google-sre&format=html`);
    expect(preview.status).toBe(200);
    const policy = preview.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await preview.text()).not.toContain('<script>alert');
    expect((await get(served, `/preview/${id}?template=google-sre&format=html`, {})).status).toBe(401);
  });

  test('calls by name what has no address of its own, but not what names a file of the disk', async () => {
    const served = await serve();
    const response = await post(served, '/api/v1/call/log.verify', {});
    expect(await response.json()).toEqual({ events: 0, streams: 0 });
    expect((await post(served, '/api/v1/call/log.backup', { file: '/nowhere' })).status).toBe(404);
    expect((await post(served, '/api/v1/call/toString', {})).status).toBe(404);
  });
});

describe('who may ask', () => {
  test('nobody without a token, and nobody with a wrong one', async () => {
    const served = await serve();
    expect((await get(served, '/api/v1/incidents', {})).status).toBe(401);
    expect((await get(served, '/api/v1/incidents', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await get(served, '/api/v1/incidents', { authorization: `Basic ${ownerToken}` })).status).toBe(401);
    expect((await get(served, `/api/v1/incidents?token=${ownerToken}`, {})).status).toBe(401);
  });

  test('a token in the opened address becomes a cookie, and leaves the address', async () => {
    const served = await serve();
    const response = await fetch(`${served.url}/?token=${ownerToken}`, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
    const set = response.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; HttpOnly/);
    expect(set).toMatch(/; SameSite=Strict/);
    expect(set).not.toContain(ownerToken);
    const cookie = set.split(';')[0] ?? '';
    expect((await get(served, '/api/v1/incidents', { cookie })).status).toBe(200);
    expect((await fetch(`${served.url}/?token=wrong`, { redirect: 'manual' })).status).toBe(401);
  });

  test('a browser gives its name once, before it writes', async () => {
    const served = await serve();
    const id = await declare(served);
    const link = await (await post(served, '/api/v1/invites', {})).json();
    const cookie = await cookieFor(served, new URL(link.url).searchParams.get('token') ?? '');
    const note = { commandId: randomUUID(), incidentId: id, type: 'entry.add', kind: 'note', text: 'hello' };
    const before = await (await get(served, '/api/v1/session', { cookie })).json();
    expect(before).toMatchObject({ scope: 'responder', via: 'browser' });
    expect(before.name).toBeUndefined();
    const nameless = await post(served, '/api/v1/commands', note, { cookie });
    expect(nameless.status).toBe(403);
    expect((await nameless.json()).error.message).toContain('name');
    expect((await post(served, '/api/v1/session', { name: 'Sam' }, { cookie })).status).toBe(200);
    const { events } = await (await post(served, '/api/v1/commands', note, { cookie })).json();
    expect(events).toMatchObject([
      { type: 'person.joined', body: { name: 'Sam' } },
      { type: 'entry.added', actor: before.person, via: 'browser' },
    ]);
  });

  test('an invitation opens one session, once', async () => {
    const served = await serve();
    const link = await (await post(served, '/api/v1/invites', {})).json();
    expect((await fetch(link.url, { redirect: 'manual' })).status).toBe(303);
    expect((await fetch(link.url, { redirect: 'manual' })).status).toBe(401);
  });

  test('the owner’s token alone may speak for others', async () => {
    const served = await serve();
    const incidentId = await declare(served);
    const added = await (
      await post(served, '/api/v1/commands', { commandId: randomUUID(), incidentId, type: 'person.add', name: 'Lee' })
    ).json();
    const by = added.events.at(-1).body.person;
    const note = { incidentId, type: 'entry.add', kind: 'note', text: 'rolled back', by };
    const link = await (await post(served, '/api/v1/invites', {})).json();
    const cookie = await cookieFor(served, new URL(link.url).searchParams.get('token') ?? '');
    await post(served, '/api/v1/session', { name: 'Sam' }, { cookie });
    expect((await post(served, '/api/v1/commands', { ...note, commandId: randomUUID() }, { cookie })).status).toBe(403);
    const owned = await (await post(served, '/api/v1/commands', { ...note, commandId: randomUUID() })).json();
    expect(owned.events.at(-1)).toMatchObject({ by });
  });

  test('a session outlives the server', async () => {
    const first = await serve();
    const cookie = await cookieFor(first, ownerToken);
    await post(first, '/api/v1/session', { name: 'Ada' }, { cookie });
    const { dataDir } = first;
    await first.close();
    const second = await serve({ dataDir });
    const moved = cookie.replace(/^wheelhouse-\d+/, `wheelhouse-${new URL(second.url).port}`);
    expect(await (await get(second, '/api/v1/session', { cookie: moved })).json()).toMatchObject({ name: 'Ada', scope: 'owner' });
  });

  test('a request that names another host is not answered, whatever it carries', async () => {
    const served = await serve();
    for (const host of [
      'evil.example',
      `evil.example:${new URL(served.url).port}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${new URL(served.url).port}`,
    ]) {
      expect(await raw(served, { path: '/api/v1/incidents', headers: { host, ...bearer } })).toMatchObject({ status: 403 });
      expect(await raw(served, { path: '/', headers: { host } })).toMatchObject({ status: 403 });
    }
    expect(
      await raw(served, { path: '/api/v1/incidents', headers: { host: served.host.replace('127.0.0.1', 'localhost'), ...bearer } }),
    ).toMatchObject({ status: 200 });
  });

  test('a page of another origin is not answered, also one on this machine', async () => {
    const served = await serve();
    const cookie = await cookieFor(served, ownerToken);
    for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null', served.url.replace('127.0.0.1', 'localhost')]) {
      expect((await get(served, '/api/v1/incidents', { cookie, origin })).status).toBe(403);
    }
    const own = await get(served, '/api/v1/incidents', { cookie, origin: served.url });
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a form of another site cannot write, whatever its cookie', async () => {
    const served = await serve();
    const cookie = await cookieFor(served, ownerToken);
    const response = await fetch(`${served.url}/api/v1/session`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/plain' },
      body: '{"name":"x"}',
    });
    expect(response.status).toBe(422);
  });
});

describe('limits', () => {
  test('a body over 256 KB is answered 413, whether its length is announced or not', async () => {
    const served = await serve();
    const text = 'x'.repeat(300 * 1024);
    expect((await post(served, '/api/v1/commands', { text })).status).toBe(413);
    const chunked = await raw(served, {
      method: 'POST',
      path: '/api/v1/commands',
      headers: { host: served.host, ...json, ...bearer, 'transfer-encoding': 'chunked' },
      body: Array.from({ length: 30 }, () => 'x'.repeat(10 * 1024)),
    });
    expect(chunked.status).toBe(413);
    expect(JSON.parse(chunked.text)).toMatchObject({ error: { code: 'too-large' } });
  });

  test('a flood is answered 429 with the seconds to wait, and a person is not', async () => {
    let now = 0;
    const served = await serve({ monotonic: () => now });
    let last = await get(served, '/api/v1/session');
    let answered = 0;
    while (last.status === 200 && answered < 2000) {
      answered += 1;
      last = await get(served, '/api/v1/session');
    }
    expect(answered).toBe(500);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    now += 1000;
    expect((await get(served, '/api/v1/session')).status).toBe(200);
  });

  test('guessing tokens is slowed, and does not keep out who has one', async () => {
    const served = await serve({ monotonic: () => 0 });
    const statuses: number[] = [];
    for (let guess = 0; guess < 60; guess += 1)
      statuses.push((await get(served, '/api/v1/session', { authorization: `Bearer guess${guess}` })).status);
    expect(statuses.slice(0, 50).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(50).every((status) => status === 429)).toBe(true);
    expect((await get(served, '/api/v1/session')).status).toBe(200);
  });
});

describe('pages', () => {
  test('are served with their policy, from their folder only', async () => {
    const folder = newFolder();
    const rendererDir = join(folder, 'renderer');
    mkdirSync(join(rendererDir, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.js'), 'secret');
    writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Wheelhouse</title>');
    writeFileSync(join(rendererDir, 'assets', 'main.js'), '1');
    writeFileSync(join(rendererDir, 'content-security.json'), JSON.stringify({ styleHashes: ['sha256-abc='] }));
    symlinkSync(join(folder, 'secret.js'), join(rendererDir, 'link.js'));
    const served = await serve({ rendererDir });
    const page = await fetch(`${served.url}/`);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("style-src 'self' 'sha256-abc='");
    expect(policy).toContain(`connect-src 'self' ws://${served.host}`);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await fetch(`${served.url}/assets/main.js`)).headers.get('content-type')).toContain('javascript');
    for (const path of [
      '/../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/link.js',
      '/assets',
      '/content-security.json',
      '//etc/passwd',
      '/assets/%00.js',
    ]) {
      expect(await raw(served, { path, headers: { host: served.host } }), path).toMatchObject({ status: 404 });
    }
  });

  test('and data alike carry the headers that keep them apart from other sites', async () => {
    const served = await serve();
    for (const response of [
      await get(served, '/api/v1/incidents'),
      await get(served, '/api/v1/incidents', {}),
      await get(served, '/nothing'),
    ]) {
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
});
