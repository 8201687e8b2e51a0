// Where the core's faults go: the log, and a report that the window can show.
import { writeCrash } from './crash-file.ts';
import type { Desk } from './desk.ts';
import { crashHome } from './handlers/crash.ts';
import type { FaultLog } from './ipc/dispatch.ts';

export function faultLog(desk: Desk): FaultLog {
  return (channel, error) => {
    console.error(channel, error);
    const report = writeCrash(crashHome(), { place: 'core', during: channel, error });
    if (report !== null) desk.emit({ kind: 'crash', report });
  };
}
