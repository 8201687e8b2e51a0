// A program at work in a protected project, that the power goes from: writes a memo with the words it is given, and dies with its log beside the file.
import { writeMemo } from '../../electron/commands/memos.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { openProject } from '../../electron/storage/open-project.ts';
import { keyFor } from '../../electron/storage/project-key.ts';

const { path, password, words } = JSON.parse(process.argv[2] ?? '') as { path: string; password: string; words: string };
const project = openProject(path, { key: await keyFor(path, password) });
const [coderId] = coderIds(project);
if (!coderId) throw new Error('no coder');
for (let n = 0; n < 20; n += 1)
  writeMemo({ project, coderId }, { memoId: null, targetKind: 'project', targetId: '', title: `${n}`, text: `${words} `.repeat(200) });
process.kill(process.pid, 'SIGKILL');
