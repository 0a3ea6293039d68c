/** The style of HTML drafts: readable on a screen by day and by night, and on paper. */
import { visibleLine } from './plain-text.ts';

export const draftStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --dim: #57606a; --line: #d0d7de; --wash: #f6f8fa; --ask: #9a5b00; --askwash: #fff6e5; --begin: #b42318; --end: #1a7f37; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #14171a; --dim: #a0a8b1; --line: #363c43; --wash: #1d2125; --ask: #f0b65a; --askwash: #2b2213; --begin: #ff8f85; --end: #6fce8a; --link: #8ab8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1.5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p, ul, ol, dl, table { margin: 0 0 .9rem; }
p, li, dd { max-width: 46rem; }
a { color: var(--link); }
.note, .prompt { padding: .55rem .8rem; border-left: .25rem solid var(--line); background: var(--wash); }
.prompt { border-left-color: var(--ask); background: var(--askwash); }
.prompt strong { color: var(--ask); }
.watermark { position: sticky; top: 0; margin: -2.5rem -1.5rem 1.5rem; padding: .6rem 1.5rem; max-width: none; background: var(--ask); color: var(--paper); font-weight: 700; text-align: center; }
dl div { display: grid; grid-template-columns: min(16rem, 35%) 1fr; gap: 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--dim); }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.what { overflow-wrap: anywhere; min-width: 16rem; }
.day { white-space: nowrap; }
th { color: var(--dim); font-weight: 600; }
.mark td { font-weight: 700; }
.begin td { color: var(--begin); }
.end td { color: var(--end); }
.footnotes { font-size: .88rem; color: var(--dim); }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--dim); font-size: .85rem; }
@page { margin: 18mm 16mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt system-ui, Arial, sans-serif; color: #444444; } }
@media print { :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --dim: #444444; --line: #bbbbbb; --wash: #f4f4f4; --ask: #7a4700; --askwash: #fdf6ea; --begin: #8a1c13; --end: #146130; --link: #000000; } body { max-width: none; padding: 0; font-size: 10pt; } p, li, dd { max-width: none; } .watermark { position: static; margin: 0 0 1rem; border: 1.5pt solid var(--ask); background: none; color: var(--ask); } h1, h2, h3, h4, h5, h6, figcaption { break-after: avoid; } tr, .prompt, .note, dl div, figure, pre { break-inside: avoid; } p, li { orphans: 2; widows: 2; } thead { display: table-header-group; } table { font-size: 9pt; line-height: 1.35; } th, td { padding: 2.5pt 6pt 2.5pt 0; } .prose a[href]::after { content: " (" attr(href) ")"; } pre { white-space: pre-wrap; } svg { max-width: 100%; } }
`;

/** The style of a document whose every printed page must say what it is: a drill's. */
export function markedStyle(watermark: string): string {
  return `${draftStyle}@page { @top-center { content: "${cssText(watermark)}"; font: bold 9pt system-ui, Arial, sans-serif; color: #7a4700; } }\n`;
}

/** Text for a string of CSS: all but plain letters, digits and spaces is written by its number, and so can end nothing. */
function cssText(text: string): string {
  return visibleLine(text).replace(/[^A-Za-z0-9 ]/gu, (found) => `\\${(found.codePointAt(0) ?? 0).toString(16)} `);
}
