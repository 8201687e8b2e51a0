// What can be changed about the table from inside it.
import type { MatrixDefinition, MatrixLayout } from '../../shared/domain/matrix.ts';

export interface TableChanges {
  readonly definition: MatrixDefinition;
  /** Null: the table is a state of the past; only how it is laid out can change. */
  readonly onDefinition: ((definition: MatrixDefinition) => void) | null;
  readonly layout: MatrixLayout;
  readonly onLayout: (layout: MatrixLayout) => void;
}
