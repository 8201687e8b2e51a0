// Answers the calls about what belongs to this installation.
import type { settingsContract } from '../../shared/contract/settings.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { done } from './reply.ts';

export function settingsHandlers(): Pick<Handlers, keyof typeof settingsContract> {
  return {
    'settings.keys': () => readSettings().keys ?? {},
    'settings.setKeys': ({ keys }) => done(writeSettings({ ...readSettings(), keys })),
  };
}
