// Refusals where a project's file cannot be trusted, written or had: what happened, and what to do.
import type { FailureData } from '../domain/failure.ts';
import { formatWhen } from './date.ts';
import type { Texts } from './text.ts';

type Code = 'repair.protected' | 'repair.nothing' | 'project.held' | 'project.takenOver' | 'project.diskFull' | 'project.diskFailed' | 'project.gone';

const fill = (value: FailureData[string] | undefined): string => String(value ?? '');

export const safetyFailures: Texts<Record<Code, (data: FailureData) => string>> = {
  fr: {
    'repair.protected': (d) =>
      `Un projet abîmé et protégé par un mot de passe ne peut pas être réparé : ${fill(d.path)}. Reprenez une de ses sauvegardes.`,
    'repair.nothing': (d) => `Rien n’a pu être lu dans ce projet : ${fill(d.path)}. Reprenez une de ses sauvegardes.`,
    'project.held': (d) =>
      `Ce projet est ouvert par ${fill(d.coder)} sur ${fill(d.computer)} depuis ${formatWhen('fr', fill(d.since))} (vu pour la dernière fois ${formatWhen('fr', fill(d.seen))}). Demandez-lui de le fermer, ouvrez-le en lecture seule, ou prenez la main.`,
    'project.takenOver': (d) =>
      `${fill(d.coder)} a pris la main sur ce projet, sur ${fill(d.computer)}. Il est maintenant en lecture seule ici : rien de ce qui était enregistré n’est perdu.`,
    'project.diskFull': (d) =>
      `Le disque est plein : ${fill(d.path)}. Cette action n’a pas été faite ; tout ce qui était enregistré l’est toujours. Libérez de la place, puis recommencez.`,
    'project.diskFailed': (d) =>
      `Le disque ne répond pas : ${fill(d.path)}. Cette action n’a pas été faite ; tout ce qui était enregistré l’est toujours. Vérifiez le disque, puis recommencez.`,
    'project.gone': (d) =>
      `Le fichier du projet n’est plus là : ${fill(d.path)}. Cette action n’a pas été faite. Rebranchez le disque ou remettez le fichier, puis rouvrez le projet.`,
  },
  en: {
    'repair.protected': (d) =>
      `A damaged project that is protected by a password cannot be repaired: ${fill(d.path)}. Go back to one of its backups.`,
    'repair.nothing': (d) => `Nothing of this project could be read: ${fill(d.path)}. Go back to one of its backups.`,
    'project.held': (d) =>
      `This project has been open by ${fill(d.coder)} on ${fill(d.computer)} since ${formatWhen('en', fill(d.since))} (last seen ${formatWhen('en', fill(d.seen))}). Ask them to close it, open it read-only, or take over.`,
    'project.takenOver': (d) =>
      `${fill(d.coder)} has taken over this project, on ${fill(d.computer)}. It is read-only here now: nothing that was saved is lost.`,
    'project.diskFull': (d) =>
      `The disk is full: ${fill(d.path)}. This act was not done; everything that was saved still is. Free some space, then try again.`,
    'project.diskFailed': (d) =>
      `The disk does not answer: ${fill(d.path)}. This act was not done; everything that was saved still is. Check the disk, then try again.`,
    'project.gone': (d) =>
      `The project’s file is no longer there: ${fill(d.path)}. This act was not done. Plug the disk in again or put the file back, then reopen the project.`,
  },
};
