/** The procedures of follow-ups. */
import type { ApiError } from '../../../shared/api/errors.ts';
import { byDueThenAge, type FollowUpRow, followUpRows, isRowOpen } from '../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { followUpMediaTypes, followUpText } from '../../../shared/postmortem/follow-ups/follow-up-texts.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handlers } from '../server/router.ts';

type FollowUpHandlers = Pick<Handlers, 'followUps.list' | 'followUps.export'>;

interface Wanted {
  readonly incident?: string | undefined;
  readonly open?: boolean | undefined;
}

/** The handlers of follow-ups. */
export function followUpHandlers(desk: Desk): FollowUpHandlers {
  return {
    'followUps.list': async (wanted) => {
      const rows = await rowsOf(desk, wanted);
      return rows.ok ? ok({ followUps: rows.value }) : rows;
    },
    'followUps.export': async ({ format, ...wanted }) => {
      const rows = await rowsOf(desk, wanted);
      if (!rows.ok) return rows;
      const name = wanted.incident === undefined ? 'all' : (rows.value[0]?.incident.label ?? '');
      const fileName = `follow-ups-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'incident'}.${format}`;
      return ok({ text: followUpText(format, rows.value), mediaType: followUpMediaTypes[format], fileName });
    },
  };
}

async function rowsOf(desk: Desk, { incident, open }: Wanted): Promise<Result<readonly FollowUpRow[], ApiError>> {
  const rows: FollowUpRow[] = [];
  for (const id of incident === undefined ? desk.list().map((summary) => summary.id) : [incident]) {
    const found = await desk.incident(id);
    if (found.ok) rows.push(...followUpRows(found.value.view));
    else if (incident !== undefined) return found;
  }
  return ok(rows.filter((row) => open !== true || isRowOpen(row)).toSorted(byDueThenAge));
}
