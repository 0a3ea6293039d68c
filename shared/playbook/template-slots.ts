/** The slots that a message's template may hold, and how a template is read. The renderer of messages fills each of them. */

/** What stands in each slot, one sentence each. */
export const templateSlots = {
  title: 'The title of the incident.',
  impact: 'What customers notice, as the log says it last.',
  since: 'Since when customers notice it, with the zone; where that is not known, since when we know of it.',
  status: 'Where it stands, in a word or two: we are looking into it, we are mending it, we are watching it.',
  known: 'What is known for sure: the last summary.',
  doing: 'What is being done now.',
  tried: 'What was tried and gave no relief.',
  workaround: 'How to get by until it is mended.',
  next: 'When the next message comes, with the zone.',
  severity: 'What people call the severity, such as SEV1.',
  commander: 'The name of the incident commander.',
  data: 'Whether data was lost: yes and which, no, or not known yet.',
  mitigatedAt: 'Since when it works again, with the zone.',
  reviewWhere: 'Where the review can be read, and from when on.',
} as const;
export type TemplateSlot = keyof typeof templateSlots;

/** One piece of a template, in the order of its text. */
export type TemplatePiece =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'slot'; readonly slot: TemplateSlot }
  /** `name` as it is written between the braces. */
  | { readonly type: 'unknownSlot'; readonly name: string }
  /** A single brace that opens or closes nothing. */
  | { readonly type: 'strayBrace'; readonly brace: '{' | '}' };

const pieces = /\{\{|\}\}|\{([^{}\n]*)\}|[{}]|[^{}]+/g;

/** Whether a slot of this name is filled. */
export function isTemplateSlot(name: string): name is TemplateSlot {
  return Object.hasOwn(templateSlots, name);
}

/** A template's text, taken apart. `{{` and `}}` are braces that stand for themselves. */
export function templatePieces(text: string): readonly TemplatePiece[] {
  return Array.from(text.matchAll(pieces), ([piece, name]) => {
    if (name !== undefined) return isTemplateSlot(name) ? { type: 'slot', slot: name } : { type: 'unknownSlot', name };
    if (piece === '{' || piece === '}') return { type: 'strayBrace', brace: piece };
    if (piece === '{{') return { type: 'words', text: '{' };
    return { type: 'words', text: piece === '}}' ? '}' : piece };
  });
}
