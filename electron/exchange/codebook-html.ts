// The codebook as one web page that needs nothing else: to read, to send to a co-coder, to print.
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import type { PrintedCategory, PrintedCodebook, PrintedGrid } from './printed-codebook.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const STYLE = `
body { margin: 2rem auto; max-width: 78rem; padding: 0 1.5rem; font: 14px/1.45 system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; color: #1d1b18; background: #fff; }
h1 { font-size: 1.6em; margin: 0 0 1rem; }
h2 { font-size: 1.25em; margin: 2.5rem 0 .3rem; }
nav ul { columns: 2; padding-left: 1.2em; }
a { color: #0b5c5c; }
table { border-collapse: collapse; width: 100%; border-top: 2px solid #1d1b18; border-bottom: 2px solid #1d1b18; }
th, td { border: 1px solid #c9c9c9; padding: .45em .65em; text-align: left; vertical-align: top; font-weight: 400; }
thead th { background: #ededed; font-weight: 600; }
tbody th { font-weight: 600; padding-left: calc(.65em + var(--depth) * 1.1em); width: 20%; }
tbody .facts { font-weight: 400; }
.theme > * { background: #f6f6f6; }
.swatch { display: inline-block; width: .7em; height: .7em; margin-right: .35em; background: var(--tint); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
p { margin: 0 0 .4em; }
.facts, .none, cite, .about { color: #565147; font-size: .92em; }
cite { font-style: normal; }
.example { font-style: italic; width: 26%; }
.counts { width: 11%; white-space: nowrap; }
.note, .source { font-size: .9em; margin-top: .5em; color: #565147; }
@page { size: A4 landscape; margin: 1.5cm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 8.5pt; } nav { display: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; } .counts { white-space: normal; } }
`;

function categoryRow(category: PrintedCategory, { language, cases }: PrintedCodebook): string {
  const words = codebookFileText[language];
  const { definition, inclusion, exclusion } = category;
  const labelled = (label: string, text: string): string => (text === '' ? '' : `<p><b>${escaped(label)}&nbsp;:</b> ${lines(text)}</p>`);
  const rule =
    `${definition}${inclusion}${exclusion}` === ''
      ? `<p class="none">${escaped(words.noRule)}</p>`
      : `${definition === '' ? '' : `<p>${lines(definition)}</p>`}${labelled(words.inclusion, inclusion)}${labelled(words.exclusion, exclusion)}`;
  const small = [category.facts.join(' · '), ...(category.alsoUnder.length > 0 ? [words.seeAlso(category.alsoUnder)] : [])];
  const counts = [
    words.perCase(words.codings, category.codings),
    words.perCase(words.sources, category.sources),
    ...cases.map((name, at) => words.perCase(name, category.byCase[at] ?? 0)),
  ];
  return [
    `<tr${category.path.length === 1 && category.hasChildren ? ' class="theme"' : ''}><th scope="row" style="--depth:${category.path.length - 1}"><span class="swatch" style="--tint:${category.color}"></span>${escaped(category.path.at(-1) ?? '')}`,
    `${small.map((text) => `<p class="facts">${escaped(text)}</p>`).join('')}</th>`,
    `<td>${rule}</td>`,
    `<td class="example">${lines(category.example)}${category.reference === null ? '' : ` <cite>${escaped(category.reference)}</cite>`}</td>`,
    `<td class="counts">${counts.map((text, at) => `<p${at < 2 ? '' : ' class="facts"'}>${escaped(text)}</p>`).join('')}</td></tr>`,
  ].join('');
}

function gridSection(grid: PrintedGrid, at: number, codebook: PrintedCodebook): string {
  const words = codebookFileText[codebook.language];
  const head = [words.category, words.rule, words.example, words.codings].map((label) => `<th scope="col">${escaped(label)}</th>`).join('');
  const rows = grid.categories.map((category) => categoryRow(category, codebook));
  const about = [grid.description, grid.source, words.gridLine(grid.categories.length, grid.codings)].filter((text) => text !== '');
  return [
    `<section><h2 id="g${at}">${escaped(grid.title)}</h2>`,
    ...about.map((text) => `<p class="about">${lines(text)}</p>`),
    ...(rows.length === 0 ? [] : [`<table>\n<thead><tr>${head}</tr></thead>\n<tbody>`, ...rows, '</tbody>\n</table>']),
    `<p class="note">${escaped(codebook.note)}</p><p class="source">${escaped(codebook.source)}</p></section>`,
  ].join('\n');
}

export function codebookToHtml(codebook: PrintedCodebook): string {
  const { title, language, grids } = codebook;
  const contents = grids.map((grid, at) => `<li><a href="#g${at}">${escaped(grid.title)}</a></li>`).join('');
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${escaped(title)}</h1>`,
    ...(grids.length > 1 ? [`<nav><ul>${contents}</ul></nav>`] : []),
    ...grids.map((grid, at) => gridSection(grid, at, codebook)),
    '</body>\n</html>\n',
  ].join('\n');
}
