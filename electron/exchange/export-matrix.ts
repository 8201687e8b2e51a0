// (Lead's placeholder so that others can build meanwhile: the session in charge of exports overwrites this file.)
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { ExportOptions } from './export-options.ts';

export type MatrixFormat = 'docx' | 'xlsx' | 'csv' | 'html' | 'md' | 'tex' | 'svg' | 'png';

export async function exportMatrix(_table: MatrixTable, format: MatrixFormat, _options: ExportOptions): Promise<Uint8Array> {
  throw new Error(`not yet: ${format}`);
}
