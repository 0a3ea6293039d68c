/** The texts of a draft's blocks, each with its place, for whoever reads them one by one. */
import type { Block } from './draft.ts';

/** A text of a block: which of its items or rows, and which column of a table; absent where it has one text. */
export interface PlacedText {
  readonly text: string;
  readonly item?: number;
  readonly cell?: number;
}

/** What people and the log say in a block: no headings, labels, questions or remarks of this console. */
export function spokenTexts(block: Block): readonly PlacedText[] {
  switch (block.type) {
    case 'prose':
      return [{ text: block.markdown }];
    case 'paragraph':
      return [{ text: block.text }];
    case 'list':
      return block.items.map(({ text }, item) => ({ text, item }));
    case 'facts':
      return block.rows.map(({ value }, item) => ({ text: value, item }));
    case 'table':
      return block.rows.flatMap(({ cells }, item) => cells.map((text, cell) => ({ text, item, cell })));
    case 'timeline': {
      const cell = block.columns.indexOf('What happened');
      return block.rows.map(({ cells }, item) => ({ text: cells[cell] ?? '', item, cell }));
    }
    default:
      return [];
  }
}

/** Those, and remarks and footnotes, which may repeat what people said. */
export function allTexts(block: Block): readonly PlacedText[] {
  if (block.type === 'note') return [{ text: block.text }];
  if (block.type === 'chart') return [{ text: block.alternative }];
  if (block.type !== 'timeline') return spokenTexts(block);
  return [...spokenTexts(block), ...block.footnotes.map(({ text }) => ({ text }))];
}
