/** Text for a Word document: what is unseen is written out, lines stay lines, and a text that reads from right to left says so. */
import { Paragraph, type ParagraphChild, TextRun } from 'docx';
import { visibleInXml } from '../../../../shared/postmortem/writers/plain-text.ts';

export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly style?: string;
  readonly color?: string;
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** Whether the first letter of the text is one that is read from right to left. */
export function readsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}

/** The text as runs, a line break before each line after the first. Characters that XML has no place for are written out. */
export function runs(text: string, look: Look = {}): readonly TextRun[] {
  return visibleInXml(text)
    .split('\n')
    .map((line, index) => {
      const turned = rightToLeft.test(line) && { rightToLeft: readsRightToLeft(line) };
      return new TextRun({ text: line, ...(index > 0 && { break: 1 }), ...look, ...turned });
    });
}

/** A paragraph of a text, in the style of this id. */
export function paragraph(text: string, style?: string, look: Look = {}): Paragraph {
  return paragraphOf(runs(text, look), text, style);
}

/** A paragraph of runs; `text` decides which way it reads. */
export function paragraphOf(children: readonly ParagraphChild[], text: string, style?: string): Paragraph {
  return new Paragraph({ children, ...(style !== undefined && { style }), ...(readsRightToLeft(text) && { bidirectional: true }) });
}
