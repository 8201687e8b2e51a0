// Answers the calls about what belongs to this installation.
import { basename } from 'node:path';
import type { settingsContract } from '../../shared/contract/settings.ts';
import type { ChosenModel } from '../exchange/embedding/chosen-model.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { done } from './reply.ts';

export function settingsHandlers(chosenModel: ChosenModel): Pick<Handlers, keyof typeof settingsContract> {
  return {
    'settings.keys': () => readSettings().keys ?? {},
    'settings.setKeys': ({ keys }) => done(writeSettings({ ...readSettings(), keys })),
    'settings.model': () => {
      const { modelFolder } = readSettings();
      return modelFolder === undefined ? null : { folder: modelFolder, name: basename(modelFolder) };
    },
    'settings.setModel': async ({ folder }) => {
      const model = await chosenModel.check(folder);
      writeSettings({ ...readSettings(), modelFolder: folder });
      return model;
    },
    'settings.forgetModel': () => {
      const { modelFolder: _, ...others } = readSettings();
      chosenModel.forget();
      return done(writeSettings(others));
    },
  };
}
