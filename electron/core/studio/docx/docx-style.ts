/** How a Word document looks: headings that a reader's navigation finds, quiet tables, and lists. Sizes in half-points, lengths in twips (1/20 pt). */
import { AlignmentType, BorderStyle, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx';
import type { SvgLook } from '../../../../shared/postmortem/charts/svg.ts';

/** A4, with margins of 20 mm. */
export const page = { width: 11_906, height: 16_838, margin: 1_134 } as const;
/** The width between the margins. */
export const textWidth = page.width - 2 * page.margin;

export const bullets = 'bullets';
export const numbers = 'numbers';
/** Deeper lists are as deep as this. */
export const deepest = 4;

const ink = '1B1F24';
/** How its figures look: Word knows neither the colour of the text around them nor the system's own font. */
export const figureLook: SvgLook = { ink: `#${ink}`, fonts: 'Arial, Helvetica, sans-serif' };
const dim = '57606A';
const line = 'BBBBBB';
const wash = 'F4F4F4';

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});
const beside = (color: string, fill: string) => ({
  spacing: { before: 60, after: 140 },
  indent: { left: 160 },
  border: { left: { style: BorderStyle.SINGLE, size: 18, color, space: 8 } },
  shading: { fill },
});

/** Heading1 to Heading6 are Word's own; the others are ours. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Liberation Sans', size: 21, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(36, 120),
    heading2: heading(28, 320),
    heading3: heading(24, 240),
    heading4: heading(22, 200),
    heading5: heading(21, 160),
    heading6: heading(21, 160),
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 20, after: 20, line: 252, lineRule: LineRuleType.AUTO } },
    },
    { id: 'Note', name: 'Note', basedOn: 'Normal', paragraph: beside(line, wash) },
    { id: 'Question', name: 'Question', basedOn: 'Normal', paragraph: beside('9A5B00', 'FFF6E5') },
    { id: 'Quotation', name: 'Quotation', basedOn: 'Normal', run: { color: dim }, paragraph: beside(line, 'FFFFFF') },
    {
      id: 'CodeBlock',
      name: 'Code Block',
      basedOn: 'Normal',
      run: { font: 'Liberation Mono', size: 18 },
      paragraph: { shading: { fill: wash } },
    },
    { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 17, color: dim } },
    {
      id: 'Watermark',
      name: 'Watermark',
      basedOn: 'Normal',
      run: { bold: true, color: '7A4700', size: 22 },
      paragraph: { alignment: AlignmentType.CENTER, shading: { fill: 'FDF6EA' } },
    },
  ],
  characterStyles: [{ id: 'CodeWords', name: 'Code Words', run: { font: 'Liberation Mono', size: 19, shading: { fill: wash } } }],
};

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
  Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format,
    text: text(level + 1),
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 320 } } },
  }));

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    { reference: bullets, levels: levels(LevelFormat.BULLET, () => '•') },
    { reference: numbers, levels: levels(LevelFormat.DECIMAL, (level) => `%${level}.`) },
  ],
};

/** Lines between rows only. */
export const tableBorders = {
  ...Object.fromEntries(['left', 'right', 'insideVertical'].map((side) => [side, { style: BorderStyle.NONE, size: 0, color: 'auto' }])),
  ...Object.fromEntries(['top', 'bottom', 'insideHorizontal'].map((side) => [side, { style: BorderStyle.SINGLE, size: 4, color: line }])),
};
