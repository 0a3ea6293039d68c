/** The style of the printed page: A4, black on white, small enough that forty contacts fit one page and large enough to dial from in bad light. */

export const printStyle = `
@page { size: A4; margin: 10mm 12mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; background: #ffffff; color: #000000; font: 8.4pt/1.26 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
@media screen { body { padding: 8mm; max-width: 202mm; } }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; border-bottom: 0.5mm solid #000000; padding-bottom: 1mm; margin-bottom: 2mm; }
h1 { font-size: 14pt; line-height: 1.15; margin: 0; }
h2 { font-size: 9.4pt; line-height: 1.2; margin: 2.4mm 0 0.8mm; border-bottom: 0.2mm solid #777777; break-after: avoid; }
p { margin: 0 0 1mm; }
.age { text-align: end; font-size: 7.6pt; color: #333333; }
.paths { columns: 2; column-gap: 6mm; margin: 0; padding: 0; list-style: none; }
.paths li { break-inside: avoid; padding: 0.3mm 0; }
.paths strong { margin-inline-end: 1mm; }
.people { columns: 2; column-gap: 6mm; margin: 0; padding: 0; list-style: none; }
.people li { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 3mm; align-items: baseline; break-inside: avoid; border-bottom: 0.1mm solid #bbbbbb; padding: 0.45mm 0; }
.name { font-weight: 700; }
.number { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.98em; white-space: nowrap; }
.people .number { grid-column: 2; max-width: 52mm; white-space: normal; text-align: end; }
.people .first { white-space: nowrap; }
.wide { grid-column: 1 / -1; }
.about { font-size: 0.86em; line-height: 1.2; color: #333333; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }
table { width: 100%; border-collapse: collapse; font-size: 7.4pt; }
th, td { text-align: start; vertical-align: top; padding: 0.35mm 1.5mm 0.35mm 0; border-bottom: 0.1mm solid #bbbbbb; font-weight: 400; }
th { font-weight: 700; white-space: nowrap; }
/* Many contacts: smaller, and without air. */
.dense { font-size: 8pt; line-height: 1.17; }
.dense header { margin-bottom: 1mm; padding-bottom: 0.5mm; }
.dense h1 { font-size: 12pt; }
.dense h2 { margin: 1.5mm 0 0.3mm; font-size: 8.6pt; }
.dense .people li { padding: 0.2mm 0; }
.dense .paths li { padding: 0.15mm 0; }
.dense table { font-size: 6.6pt; }
.dense th, .dense td { padding-block: 0.15mm; }
footer { margin-top: 2mm; font-size: 7.2pt; color: #333333; }
`;
