// All that a printed cell says, piece by piece: an export must hold every one of them whole.
import type { PrintedCell } from '../../electron/exchange/printing/printed-matrix.ts';

export function printedParts(cell: PrintedCell): string[] {
  return [
    ...(cell.counts === null ? [] : [cell.counts]),
    ...cell.categories.map((category) => category.name),
    ...[cell.rating, cell.stance, cell.remark, cell.status].filter((words) => words !== null),
    ...(cell.synthesis === null ? [] : [cell.synthesis.words]),
    ...cell.members.flatMap(({ label, synthesis }) => [label, ...(synthesis ? [synthesis.words] : [])]),
    ...[...cell.pinned, ...cell.verbatims].flatMap((verbatim) => [verbatim.text, verbatim.reference]),
  ];
}

/** Those that are not in the text, as it would say them. */
export function missingParts(cells: readonly PrintedCell[], text: string, said: (part: string) => string = (part) => part): string[] {
  return cells.flatMap(printedParts).filter((part) => !text.includes(said(part)));
}
