// Answers the calls about what leaves for other programs: written in a thread, and stopped when the project is closed.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { outwardContract } from '../../shared/contract/outward.ts';
import type { refiContract } from '../../shared/contract/refi.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { OUTWARD_EXTENSION } from '../../shared/domain/outward.ts';
import { MOST_WINDOW_BYTES } from '../../shared/domain/refi.ts';
import { outwardText } from '../../shared/i18n/outward.ts';
import type { Desk } from '../desk.ts';
import { leaveAside } from '../exchange/leaving/leave-aside.ts';
import type { LeavingRequest } from '../exchange/leaving/leave-aside.ts';
import { previewRefi } from '../exchange/refi/export-refi.ts';
import { programVersion } from '../exchange/refi/program-version.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readProject } from '../queries/project.ts';
import { fileOut } from './reply.ts';

/** What progress is told under, and what is stopped by. */
const JOB = 'leaving';

export function leavingHandlers(desk: Desk): Pick<Handlers, keyof typeof refiContract | keyof typeof outwardContract> {
  desk.onClosing(() => desk.cancel(JOB));

  /** What the thread wrote. */
  async function written(asked: LeavingRequest['asked']): Promise<Buffer> {
    const folder = mkdtempSync(join(tmpdir(), 'trame-export-'));
    const into = join(folder, 'export');
    // all of it whatever the filter of coders shows, but nothing that is hidden from who codes blind
    const { path, key } = desk.whole();
    const sight = { ...desk.sight(), shown: null };
    try {
      await desk.watched(JOB, (watch) => leaveAside({ project: { path, key }, sight, into, asked }, watch));
      if (statSync(into).size > MOST_WINDOW_BYTES) throw new Refusal('refi.tooLarge', { file: readProject(desk.project()).title });
      return readFileSync(into);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  return {
    'refi.preview': ({ withRecordings }) => previewRefi(desk.unfiltered(), withRecordings),
    'refi.write': async (choice) => {
      const { title } = readProject(desk.project());
      // Trame's own file holds everybody's work
      const withSideFile = choice.withSideFile && !desk.isBlindfolded();
      return fileOut(title, 'qdpx', await written({ kind: 'refi', options: { ...choice, withSideFile, version: programVersion() } }));
    },
    'outward.write': async (choice) => {
      const { title, language } = readProject(desk.unfiltered());
      const content = await written({ kind: 'outward', choice, day: new Date().toISOString().slice(0, 10) });
      return fileOut(`${title} (${outwardText[language].formats[choice.format]})`, OUTWARD_EXTENSION[choice.format], content);
    },
  };
}
