// Calls that name a file of the disk, or say where one lies: the desktop shell makes them, after asking in the system's own dialog. A page never does,
// whatever was put into it.
import type { Channel } from './contract.ts';

const CHANNELS: readonly Channel[] = ['project.openPath', 'merge.openPath', 'media.path', 'print.writePack', 'settings.setModel'];

export const SHELL_ONLY: ReadonlySet<string> = new Set(CHANNELS);
