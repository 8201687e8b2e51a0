// The piece « codebook » (dictionnaire des thèmes): the printed codebook with what was chosen of it.
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import type { Session } from '../../commands/run-command.ts';
import { codebookToDocument } from './codebook-document.ts';
import { buildCodebook } from './codebook-print.ts';
import { codebookToSheets } from './codebook-sheets.ts';
import type { PrintedCodebook } from './printed-codebook.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';

type Project = Session['project'];

function codebookOf(
  project: Project,
  { gridIds, withExamples, withCounts, byCase = withCounts, title }: PieceOf<'codebook'>,
  style: PrintStyle,
): PrintedCodebook {
  return buildCodebook(project, { gridIds, byCase, title: title ?? null, withExamples, withCounts }, style);
}

export function codebookDocument(project: Project, piece: PieceOf<'codebook'>, style: PrintStyle): PrintedDocument {
  return codebookToDocument(codebookOf(project, piece, style));
}

export function codebookSheets(project: Project, piece: PieceOf<'codebook'>, style: PrintStyle): PrintedSheets {
  return codebookToSheets(codebookOf(project, piece, style));
}
