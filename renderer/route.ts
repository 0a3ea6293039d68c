/** Where one is in the console: the hash of the address, as a value. */
import { useMemo, useSyncExternalStore } from 'react';

export type Route =
  | { readonly screen: 'home' }
  /** `entry`: the line of the timeline that one came for; `asked`: what a notification asked, to be asked first. */
  | { readonly screen: 'room'; readonly incident: string; readonly entry?: string; readonly asked?: string }
  | { readonly screen: 'export'; readonly incident: string }
  /** `about`: an audience, or the label of a draft, that one came for. */
  | { readonly screen: 'updates'; readonly incident: string; readonly about?: string }
  /** What the log knew at a moment, ms since epoch, UTC. */
  | { readonly screen: 'knownAt'; readonly incident: string; readonly at: number }
  /** The review meeting of an incident. */
  | { readonly screen: 'meeting'; readonly incident: string }
  /** What is to be done after incidents, of all of them. */
  | { readonly screen: 'followUps' }
  /** Figures across incidents. */
  | { readonly screen: 'insights' }
  | { readonly screen: 'directory' }
  /** The directory as it is printed. */
  | { readonly screen: 'directoryPage' }
  /** The rules of new incidents. */
  | { readonly screen: 'playbook' }
  /** What drafts are made by; `template`: one of them. */
  | { readonly screen: 'templates'; readonly template?: string }
  | { readonly screen: 'settings' }
  /** Past incidents; `incident`: one of them, to be read and compared. */
  | { readonly screen: 'library'; readonly incident?: string }
  /** The desktop app's small window; a browser has none. */
  | { readonly screen: 'strip' }
  | { readonly screen: 'lost' };

/** Reads `#/`, `#/library`, `#/library/<id>`, `#/insights`, `#/follow-ups`, `#/directory`, `#/directory/page`, `#/playbook`, `#/templates`, `#/templates/<id>`, `#/settings`, `#/strip`, `#/incident/<id>`, `#/incident/<id>/entry/<id>`, `#/incident/<id>/asked/<what>`, `#/incident/<id>/at/<time>`, `#/incident/<id>/updates`, `#/incident/<id>/updates/<audience or draft>`, `#/incident/<id>/meeting` and `#/incident/<id>/export`. */
export function parseRoute(hash: string): Route {
  const [first, incident, third, entry, ...rest] = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decode);
  if (first === undefined) return { screen: 'home' };
  if (first === 'directory') return parseDirectory(incident, third);
  if (first === 'library' && third === undefined) return { screen: 'library', ...(incident === undefined ? {} : { incident }) };
  if (first === 'templates' && third === undefined)
    return { screen: 'templates', ...(incident === undefined ? {} : { template: incident }) };
  if (first === 'follow-ups' && incident === undefined) return { screen: 'followUps' };
  if ((first === 'settings' || first === 'strip' || first === 'playbook' || first === 'insights') && incident === undefined)
    return { screen: first };
  if (first !== 'incident' || incident === undefined || rest.length > 0) return { screen: 'lost' };
  if (third === undefined) return { screen: 'room', incident };
  if (third === 'entry' && entry !== undefined) return { screen: 'room', incident, entry };
  if (third === 'asked' && entry !== undefined) return { screen: 'room', incident, asked: entry };
  if (third === 'at') return knownAtRoute(incident, entry);
  if (third === 'updates') return { screen: 'updates', incident, ...(entry === undefined ? {} : { about: entry }) };
  return (third === 'export' || third === 'meeting') && entry === undefined ? { screen: third, incident } : { screen: 'lost' };
}

/** The time as in an ISO text, `2026-03-29T02:40Z`. */
function knownAtRoute(incident: string, time: string | undefined): Route {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? { screen: 'lost' } : { screen: 'knownAt', incident, at };
}

function parseDirectory(second: string | undefined, third: string | undefined): Route {
  if (second === undefined) return { screen: 'directory' };
  return second === 'page' && third === undefined ? { screen: 'directoryPage' } : { screen: 'lost' };
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  if (route.screen === 'settings' || route.screen === 'strip' || route.screen === 'playbook') return `#/${route.screen}`;
  if (route.screen === 'templates')
    return route.template === undefined ? '#/templates' : `#/templates/${encodeURIComponent(route.template)}`;
  if (route.screen === 'insights') return '#/insights';
  if (route.screen === 'directory') return '#/directory';
  if (route.screen === 'followUps') return '#/follow-ups';
  if (route.screen === 'directoryPage') return '#/directory/page';
  if (route.screen === 'library') return route.incident === undefined ? '#/library' : `#/library/${encodeURIComponent(route.incident)}`;
  if (!('incident' in route)) return '#/';
  const incident = `#/incident/${encodeURIComponent(route.incident)}`;
  if (route.screen === 'export' || route.screen === 'meeting') return `${incident}/${route.screen}`;
  if (route.screen === 'updates')
    return route.about === undefined ? `${incident}/updates` : `${incident}/updates/${encodeURIComponent(route.about)}`;
  if (route.screen === 'knownAt') return `${incident}/at/${new Date(route.at).toISOString()}`;
  if (route.screen === 'room' && route.asked !== undefined) return `${incident}/asked/${encodeURIComponent(route.asked)}`;
  return route.entry === undefined ? incident : `${incident}/entry/${encodeURIComponent(route.entry)}`;
}

/** Goes to a route; the browser's Back comes back from it. */
export function go(route: Route): void {
  location.hash = hrefOf(route);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The present route. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}
