/** What a draft says about its own record: that it was a drill or written afterwards, where it came from, and what in it is disputed. */
import type { IncidentView } from '../../incident/view.ts';
import type { Block } from '../draft.ts';
import { note, notRecorded } from '../draft.ts';

/** Remarks that stand before everything else. */
export function standingNotes(view: IncidentView): readonly Block[] {
  const notes: Block[] = [];
  if (view.mode === 'drill') notes.push(note('Drill: this was an exercise. Its figures do not count.'));
  if (view.mode === 'imported') notes.push(note('Written afterwards: imported from a file of facts, not recorded while it happened.'));
  if (view.mode === 'backfilled') notes.push(note('Written afterwards: entered from memory and records, not logged while it happened.'));
  if (view.imported?.fictional) notes.push(note('Fictional: the incident is an example and did not happen.'));
  if (view.imported?.completeness === 'partial') notes.push(note('Partial: the sources tell only a part of what happened.'));
  return notes;
}

/** An address that may be a link: http or https, and no character that could end it early in any of the formats. */
const safeAddress = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?$/;

/** The address as a link, where it may be one. */
export const link = (address: string): { readonly href?: string } => (safeAddress.test(address) ? { href: address } : {});

/** Sources of an import, links of a live incident. */
export function supportingMaterial(view: IncidentView): readonly Block[] {
  const from = view.items.flat().filter((item) => item.type === 'incident.imported' && item.standing === 'plain');
  const ids = from.map(({ id }) => id);
  const sources = (view.imported?.sources ?? []).map(({ url, type, note: remark }) => ({
    text: `${url} (${type})${remark === undefined ? '' : `: ${remark}`}`,
    from: ids,
    ...link(url),
  }));
  const links = [
    ...(view.links.call === undefined ? [] : [{ text: `Call: ${view.links.call}`, from: [], ...link(view.links.call) }]),
    ...(view.links.chat === undefined ? [] : [{ text: `Chat: ${view.links.chat}`, from: [], ...link(view.links.chat) }]),
  ];
  const items = [...sources, ...links];
  return items.length === 0 ? [note(`Supporting material: ${notRecorded}`)] : [{ type: 'list', items }];
}

/** Conflicts and notes of an import, overrides, and what the log holds that this draft could not use. Absent when there is nothing to say. */
export function onTheRecord(view: IncidentView): readonly Block[] {
  const { imported, overrides, contested, unknown, forks } = view;
  const blocks: Block[] = [];
  if (imported) {
    blocks.push({
      type: 'facts',
      rows: [
        { label: 'Source', value: imported.sourceId, from: [] },
        { label: 'Organisation', value: imported.organisation ?? notRecorded, from: [] },
        { label: 'Completeness', value: imported.completeness ?? notRecorded, from: [] },
        { label: 'Time zone of the source', value: imported.sourceTimezone ?? notRecorded, from: [] },
      ],
    });
  }
  blocks.push(
    ...listed('Where the sources disagree:', imported?.conflicts ?? []),
    ...listed('Notes of the source:', imported?.notes ?? []),
  );
  blocks.push(
    ...overrides.map(({ event, type, reason, unmet }) =>
      note(`Went on without ${unmet.join(', ') || 'a requirement'} at ${type}: ${reason}`, [event]),
    ),
  );
  blocks.push(...contested.map(({ event, type, why }) => note(`Contested, so it changed nothing: ${type}, because ${why}`, [event])));
  if (unknown.length > 0) {
    const ids = unknown.map(({ event }) => event);
    blocks.push(note(`${unknown.length} events were written by a newer console and are not understood here.`, ids));
  }
  if (forks.length > 0) {
    const ids = forks.map(({ event }) => event);
    blocks.push(note(`${forks.length} events were set aside: two records claim one place in the log.`, ids));
  }
  return blocks;
}

function listed(intro: string, texts: readonly string[]): readonly Block[] {
  if (texts.length === 0) return [];
  return [
    { type: 'paragraph', text: intro, from: [] },
    { type: 'list', items: texts.map((text) => ({ text, from: [] })) },
  ];
}
