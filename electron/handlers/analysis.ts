// Answers the calls that all analyses share.
import type { analysisContract } from '../../shared/contract/analysis.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { isDrawable } from '../../shared/figure/drawable.ts';
import type { Scene } from '../../shared/figure/scene.ts';
import { removeAnalysis, saveAnalysis } from '../commands/saved-analyses.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listPassages } from '../queries/listed-passages.ts';
import { listAnalyses } from '../queries/saved-analyses.ts';
import { done, fileOut } from './reply.ts';

export function analysisHandlers(desk: Desk): Pick<Handlers, keyof typeof analysisContract> {
  return {
    'analysis.list': ({ kind }) => listAnalyses(desk.project(), kind),
    'analysis.save': (input) => saveAnalysis(desk.session(), input),
    'analysis.remove': (input) => done(removeAnalysis(desk.session(), input)),
    'passage.list': ({ passageIds }) => listPassages(desk.project(), passageIds),
    // the libraries behind files are large
    'picture.write': async ({ scene, format, title, language, widthCm }) => {
      desk.project();
      const { pictureFile } = await import('../exchange/printing/formats/picture-file.ts');
      // marks that make no sense to a format: a path that is none, a colour that nobody knows
      if (!isDrawable(scene as Scene)) throw new Refusal('picture.undrawable', { format });
      return fileOut(title, format, await pictureFile(scene as Scene, format, { widthCm, title, language }));
    },
    'table.write': async ({ table, format, ...file }) => {
      desk.project();
      const { tableFile } = await import('../exchange/printing/analysis-files.ts');
      return fileOut(file.title, format, await tableFile(table, format, file));
    },
  };
}
