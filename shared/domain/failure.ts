// The ways in which Trame says no. A refusal is a rule speaking (nothing was written); anything else is a fault.

/** Facts that the sentence shown to the user needs: names, numbers, paths; never a stack. */
export type FailureData = Record<string, string | number | readonly string[]>;

export type FailureCode =
  | 'project.notFound'
  | 'project.folderMissing'
  | 'project.exists'
  | 'project.notSqlite'
  | 'project.otherProgram'
  | 'project.damaged'
  | 'project.newerVersion'
  | 'project.historyEdited'
  | 'project.readOnly'
  | 'project.busy'
  | 'project.encrypted'
  | 'project.none'
  | 'project.titleEmpty'
  | 'project.nameInvalid'
  | 'input.invalid'
  | 'input.unknownChannel'
  | 'source.unknown'
  | 'source.unreadable'
  | 'source.nothingImported'
  | 'turn.unknown'
  | 'turn.outsideWords'
  | 'turn.lineBreak'
  | 'case.unknown'
  | 'case.nameTaken'
  | 'participant.unknown'
  | 'coder.unknown'
  | 'coder.nameTaken'
  | 'grid.unknown'
  | 'grid.alreadyAdded'
  | 'grid.inUse'
  | 'grid.keyTaken'
  | 'grid.invalidFile'
  | 'grid.isStance'
  | 'category.unknown'
  | 'category.ambiguous'
  | 'category.nameTaken'
  | 'category.nameEmpty'
  | 'category.inUse'
  | 'category.cycle'
  | 'category.otherGrid'
  | 'passage.unknown'
  | 'passage.empty'
  | 'passage.outOfRange'
  | 'passage.insideSurrogatePair'
  | 'passage.quoteMissing'
  | 'passage.quoteAmbiguous'
  | 'coding.unknown'
  | 'coding.exists'
  | 'coding.tableInvalid'
  | 'memo.unknown'
  | 'memo.targetUnknown'
  | 'attribute.unknown'
  | 'attribute.targetUnknown'
  | 'attribute.targetAmbiguous'
  | 'matrix.unknown'
  | 'matrix.axisInvalid'
  | 'matrix.axisUnknown'
  | 'matrix.axisEmpty'
  | 'matrix.tooLarge'
  | 'matrix.cellUnknown'
  | 'matrix.cellAmbiguous'
  | 'undo.nothing'
  | 'redo.nothing'
  | 'undo.conflict'
  | 'file.notFound'
  | 'file.unwritable'
  | 'file.formatUnknown'
  | 'job.cancelled'
  | 'serve.portTaken';

/** A rule said no. The transaction that threw it is rolled back. */
export class Refusal extends Error {
  readonly code: FailureCode;
  readonly data: FailureData;

  constructor(code: FailureCode, data: FailureData = {}) {
    super(`${code} ${JSON.stringify(data)}`);
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
  }
}
