/** Where one is in the console: the hash of the address, as a value. */
import { useMemo, useSyncExternalStore } from 'react';

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'room'; readonly incident: string }
  | { readonly screen: 'export'; readonly incident: string }
  | { readonly screen: 'lost' };

/** Reads `#/`, `#/incident/<id>` and `#/incident/<id>/export`. */
export function parseRoute(hash: string): Route {
  const [first, incident, third, ...rest] = hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decode);
  if (first === undefined) return { screen: 'home' };
  if (first !== 'incident' || incident === undefined || rest.length > 0) return { screen: 'lost' };
  if (third === undefined) return { screen: 'room', incident };
  return third === 'export' ? { screen: 'export', incident } : { screen: 'lost' };
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  if (route.screen === 'room') return `#/incident/${encodeURIComponent(route.incident)}`;
  if (route.screen === 'export') return `#/incident/${encodeURIComponent(route.incident)}/export`;
  return '#/';
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
