// The saturation table: interviews in order, what each adds to the categories, the curve of it, and what none of this proves.
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { saturationFigure } from '../../../shared/figure/saturation-figure.ts';
import { printSaturationText } from '../../../shared/i18n/print-saturation.ts';
import type { Session } from '../../commands/run-command.ts';
import { readSaturation } from '../../queries/saturation.ts';
import type { Saturation } from '../../../shared/domain/saturation.ts';
import { paragraph } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';
import { valueSheet, valueTableBlock } from './value-table.ts';
import type { ValueTable } from './value-table.ts';

type Project = Session['project'];

/** Shares of the page: the interview, its date, four numbers, which categories, the cumulative ones. */
const SHARES = [0.09, 0.09, 0.09, 0.1, 0.1, 0.37, 0.08, 0.08] as const;

function saturationTable({ steps, categories, uncoded }: Saturation, order: 'date' | 'import', setting: PrintSetting): ValueTable {
  const words = printSaturationText[setting.language];
  const all = steps.at(-1)?.cumulative ?? 0;
  return {
    sheet: words.sheet,
    title: words.title,
    columns: [
      { label: words.interview, kind: 'text' },
      { label: words.date, kind: 'date' },
      { label: words.codings, kind: 'number' },
      { label: words.categories, kind: 'number' },
      { label: words.added, kind: 'number' },
      { label: words.names, kind: 'text' },
      { label: words.cumulative, kind: 'number' },
      { label: words.share, kind: 'share' },
    ],
    rows: steps.map(({ name, date, codings, categories: here, added, cumulative }) => {
      const names = setting.words(added.map((category) => category.name).join(words.and));
      return { values: [setting.words(citationCode(name)), date, codings, here, added.length, names, cumulative, cumulative / Math.max(1, all)] };
    }),
    note: setting.words(words.note({ categories, applied: all, uncoded, order })),
    source: setting.sourceLine(),
    widths: SHARES,
  };
}

/** The table, across so that categories can be named, then its curve. */
export function saturationDocument(project: Project, { gridIds, order }: PieceOf<'saturation'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = printSaturationText[style.language];
  const saturation = readSaturation(project, gridIds, order);
  const { steps } = saturation;
  const marks = steps.map(({ name, added, cumulative }) => ({ code: citationCode(name), added: added.length, cumulative }));
  const scene = saturationFigure({ marks, title: words.figureTitle, labels: words.figure, theme: 'light' });
  const table = saturationTable(saturation, order, setting);
  const curve: PrintedBlock[] = [
    { kind: 'figure', scene, title: words.figureTitle, note: null, source: table.source },
    paragraph('body', words.proves),
  ];
  return {
    title: words.title,
    author: style.author,
    language: style.language,
    sections:
      steps.length > 0
        ? [
            { page: 'across', blocks: [valueTableBlock(table, style.language)] },
            { page: 'upright', blocks: curve },
          ]
        : [{ page: 'upright', blocks: [paragraph('note', words.nothing)] }],
  };
}

export function saturationSheets(project: Project, { gridIds, order }: PieceOf<'saturation'>, style: PrintStyle): PrintedSheets {
  const words = printSaturationText[style.language];
  const table = saturationTable(readSaturation(project, gridIds, order), order, new PrintSetting(project, style));
  const sheet = valueSheet({ ...table, note: `${table.note ?? ''} ${words.proves}`.trim() });
  return { title: words.title, author: style.author, language: style.language, sheets: [sheet] };
}
