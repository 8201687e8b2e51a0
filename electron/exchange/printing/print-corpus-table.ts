// The piece « corpus table »: one row per source; people stand in it as references call them.
import type { CorpusTable } from '../../../shared/domain/corpus-table.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import type { Session } from '../../commands/run-command.ts';
import { corpusTableToDocument } from './corpus-table-document.ts';
import { corpusTableToSheets } from './corpus-table-sheets.ts';
import { buildCorpusTable } from './corpus-table.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';

type Project = Session['project'];

/** Their attributes tell people apart where their names are not said. */
function tableOf(project: Project, { title, columns }: PieceOf<'corpusTable'>, style: PrintStyle): CorpusTable {
  const source = new PrintSetting(project, style).sourceLine();
  return buildCorpusTable(project, {
    title: title ?? null,
    columns: columns ?? null,
    language: style.language,
    source,
    namesPeople: style.reference.who === 'label',
  });
}

export function corpusTableDocument(project: Project, piece: PieceOf<'corpusTable'>, style: PrintStyle): PrintedDocument {
  return corpusTableToDocument(tableOf(project, piece, style), style.language, style.author);
}

export function corpusTableSheets(project: Project, piece: PieceOf<'corpusTable'>, style: PrintStyle): PrintedSheets {
  return corpusTableToSheets(tableOf(project, piece, style), style.language, undefined, style.author);
}
