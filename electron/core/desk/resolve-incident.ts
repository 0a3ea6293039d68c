/** Finds the incident that a person means by an id, the end of one, or a label. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';

/** What an incident can be called by. */
export interface NamedIncident {
  readonly id: string;
  readonly label: string;
  readonly title: string;
}

const shown = 5;

/** The id of the one incident that fits. A whole id or label wins over suffixes; several that fit are named in the error. */
export function resolveIncident(wanted: string, incidents: Iterable<NamedIncident>): Result<string, ApiError> {
  const text = wanted.trim().toLowerCase();
  const all = [...incidents];
  const whole = all.filter(({ id, label }) => id === text || label.toLowerCase() === text);
  const fitting = whole.length > 0 ? whole : all.filter(({ id }) => id.endsWith(text));
  const [only, ...others] = fitting;
  if (!only) return err({ code: 'not-found', message: `There is no incident ${wanted.trim().slice(0, 80)}.` });
  if (others.length === 0) return ok(only.id);
  const names = fitting.slice(0, shown).map(({ id, label, title }) => `${label || '–'} ${id} (${title})`);
  const more = fitting.length > shown ? ` and ${fitting.length - shown} more` : '';
  return err({ code: 'invalid', message: `${wanted.trim()} fits several incidents: ${names.join(', ')}${more}.` });
}
