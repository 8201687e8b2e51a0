// Answers the calls about the project as a whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { projectContract } from '../../shared/contract/project.ts';
import { addGrid } from '../commands/codebook.ts';
import { createCase } from '../commands/corpus.ts';
import { createProject } from '../commands/create-project.ts';
import type { Session } from '../commands/run-command.ts';
import { updateProject } from '../commands/project.ts';
import { newProjectPath, refOf } from '../listings.ts';
import type { Desk } from '../desk.ts';
import { newProjectFromElsewhere } from '../exchange/elsewhere/open-elsewhere.ts';
import { exportProject } from '../exchange/project-data.ts';
import { checkAside } from '../exchange/repairing/repair-aside.ts';
import { fillSample, sampleCard } from '../exchange/sample-project.ts';
import { fileNameOf } from '../exchange/printing/file-names.ts';
import { shippedGridFile, shippedGridFiles } from '../exchange/shipped-grids.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readProject, readStatus } from '../queries/project.ts';
import { newKey } from '../storage/project-key.ts';
import { installationOrigin } from '../storage/settings.ts';
import { bytesIn, done, fileOut } from './reply.ts';

export function projectHandlers(desk: Desk): Pick<Handlers, keyof typeof projectContract> {
  return {
    'project.list': () => desk.listings(),
    'project.create': async ({ password, ...input }) => {
      // in the gallery's order, whatever order they were ticked in
      const wanted = new Set(input.gridKeys.map((key) => shippedGridFile(key).id));
      const grids = shippedGridFiles().filter((file) => wanted.has(file.id));
      const key = password === undefined ? null : await newKey(password);
      const path = newProjectPath(input.title);
      const furnish = (session: Session): void => {
        for (const name of new Set(input.caseNames)) createCase(session, { name });
        for (const grid of new Set(grids)) addGrid(session, grid, input.language, null);
      };
      createProject(path, input, installationOrigin(), furnish, key);
      return desk.open(path, key);
    },
    'project.createFrom': async ({ file: { name, base64 }, language }) => {
      const folder = mkdtempSync(join(tmpdir(), 'trame-arrival-'));
      try {
        // its name tells the folder of a database that is always called the same
        const given = join(folder, fileNameOf(basename(name)));
        writeFileSync(given, bytesIn(base64));
        const path = newProjectPath(basename(name) === 'data.qda' ? 'QualCoder' : basename(name).replace(/\.[^.]*$/, ''));
        const read = await newProjectFromElsewhere(given, path, { language, origin: installationOrigin(), withMemo: true });
        return { ref: refOf(path), read };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    'project.createSample': async ({ language }) => {
      const card = sampleCard(language);
      const path = newProjectPath(card.title);
      createProject(path, card, installationOrigin());
      desk.open(path);
      await fillSample(desk.session());
      return desk.info();
    },
    'project.open': ({ ref, access }) => desk.open(desk.pathOf(ref), null, access),
    'project.openPath': ({ path }) => desk.open(path),
    'project.close': () => done(desk.close()),
    'project.current': () => (desk.isOpen() ? desk.info() : null),
    'project.update': (input) => done(updateProject(desk.session(), input)),
    'project.status': () => readStatus(desk.whole(), desk.project(), desk.isBlindfolded() ? desk.session().coderId : null),
    'project.check': () => {
      const { path, key } = desk.whole();
      return checkAside(path, key);
    },
    'project.export': ({ format }) => fileOut(readProject(desk.project()).title, format, exportProject(desk.unfiltered(), format)),
    'job.cancel': ({ job }) => done(desk.cancel(job)),
  };
}
