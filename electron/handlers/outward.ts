// Answers the calls about what leaves for other programs.
import type { outwardContract } from '../../shared/contract/outward.ts';
import { OUTWARD_EXTENSION } from '../../shared/domain/outward.ts';
import { outwardText } from '../../shared/i18n/outward.ts';
import type { Desk } from '../desk.ts';
import { writeOutward } from '../exchange/outward/write-outward.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readProject } from '../queries/project.ts';
import { fileOut } from './reply.ts';

export function outwardHandlers(desk: Desk): Pick<Handlers, keyof typeof outwardContract> {
  return {
    'outward.write': async (choice) => {
      const { title, language } = readProject(desk.unfiltered());
      const content = await writeOutward(desk.unfiltered(), choice, new Date().toISOString().slice(0, 10));
      return fileOut(`${title} (${outwardText[language].formats[choice.format]})`, OUTWARD_EXTENSION[choice.format], content);
    },
  };
}
