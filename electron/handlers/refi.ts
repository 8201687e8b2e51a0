// Answers the calls about the exchange with other programs for qualitative analysis.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { refiContract } from '../../shared/contract/refi.ts';
import type { Desk } from '../desk.ts';
import { exportRefi, previewRefi } from '../exchange/refi/export-refi.ts';
import { programVersion } from '../exchange/refi/program-version.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readProject } from '../queries/project.ts';
import { fileOut } from './reply.ts';

export function refiHandlers(desk: Desk): Pick<Handlers, keyof typeof refiContract> {
  return {
    'refi.preview': () => previewRefi(desk.unfiltered()),
    'refi.write': async (choice) => {
      const folder = mkdtempSync(join(tmpdir(), 'trame-export-'));
      try {
        const path = join(folder, 'project.qdpx');
        // Trame's own file holds everybody's work
        const withSideFile = choice.withSideFile && !desk.isBlindfolded();
        await exportRefi(desk.unfiltered(), path, { ...choice, withSideFile, version: programVersion() });
        return fileOut(readProject(desk.project()).title, 'qdpx', readFileSync(path));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
