// Refusals about names that are replaced and people who are erased, in words.
import type { FailureCode, FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code = Extract<FailureCode, `pseudonym.${string}` | `erasure.${string}` | 'merge.otherPseudonyms'>;

export const pseudonymFailures: Texts<Record<Code, (data: FailureData) => string>> = {
  fr: {
    'merge.otherPseudonyms': () =>
      'L’une des deux copies a été pseudonymisée, ou une personne y a été effacée, sans l’autre : les fusionner ramènerait ce qui en a été retiré. Faites la même chose dans l’autre copie, ou supprimez-la.',
    'pseudonym.changedSince': () => 'Le projet a changé pendant la préparation : rien n’a été remplacé. Recommencez.',
    'pseudonym.conflicts': (d) => `Des pseudonymes se contredisent (${String(d.count ?? '')}) : réglez ce que la liste signale, puis recommencez.`,
    'pseudonym.noKey': () => 'Ouvrez d’abord la clé du projet, ou créez-en une.',
    'pseudonym.keyExists': () => 'Ce projet a déjà une clé : ouvrez-la avec son mot de passe.',
    'pseudonym.wrongPassword': () => 'Le mot de passe n’ouvre pas cette clé.',
    'pseudonym.notAKey': () => 'Ce fichier n’est pas une clé de pseudonymes, ou il est abîmé.',
    'pseudonym.otherProject': () => 'Cette clé est celle d’un autre projet.',
    'pseudonym.nothing': () => 'Il n’y a aucun nom à remplacer : ajoutez d’abord des entités avec leurs formes et leur pseudonyme.',
    'pseudonym.unconfirmed': () =>
      'La liste est sans contradiction ; rien n’a été remplacé. Le remplacement ne s’annule pas : les fichiers d’origine et les sauvegardes antérieures disparaissent. Pour le faire, ajoutez --yes.',
    'pseudonym.collision': () =>
      'Deux choses qui doivent rester distinctes porteraient le même nom. Donnez-leur des pseudonymes différents, puis recommencez.',
    'pseudonym.remains': () =>
      'Un nom resterait dans le projet après le remplacement : rien n’a été changé. Vérifiez que les pseudonymes ne contiennent aucun nom réel.',
    'pseudonym.inTeam': () =>
      'Ce projet est partagé en équipe : les copies des autres et le serveur garderaient les noms. Quittez d’abord l’équipe, agissez sur cette copie, faites supprimer les autres copies et le canal du serveur, puis refaites une équipe à partir de celle-ci.',
    'pseudonym.viewOnly': () => 'Les originaux sont affichés : on ne peut que lire. Revenez aux pseudonymes pour travailler.',
    'erasure.unconfirmed': () => 'Pour effacer définitivement, écrivez le nom exactement comme il est affiché.',
    'erasure.unknown': () => 'Cet effacement n’est pas dans le projet.',
    'erasure.labelNames': () => 'La mention choisie contient le nom de la personne : le certificat ne doit pas la nommer.',
  },
  en: {
    'merge.otherPseudonyms': () =>
      'One of the two copies was pseudonymised, or a person erased from it, without the other: merging them would bring back what was taken out. Do the same in the other copy, or delete it.',
    'pseudonym.changedSince': () => 'The project changed while this was being prepared: nothing was replaced. Start again.',
    'pseudonym.conflicts': (d) => `Pseudonyms contradict each other (${String(d.count ?? '')}): settle what the list names, then start again.`,
    'pseudonym.noKey': () => 'Open the project’s key first, or make one.',
    'pseudonym.keyExists': () => 'This project has a key already: open it with its password.',
    'pseudonym.wrongPassword': () => 'The password does not open this key.',
    'pseudonym.notAKey': () => 'This file is not a key of pseudonyms, or it is damaged.',
    'pseudonym.otherProject': () => 'This key is another project’s.',
    'pseudonym.nothing': () => 'There is no name to replace: first add entities with their forms and their pseudonym.',
    'pseudonym.unconfirmed': () =>
      'The list does not contradict itself; nothing was replaced. Replacing cannot be undone: original files and earlier backups go. To do it, add --yes.',
    'pseudonym.collision': () => 'Two things that must stay apart would bear the same name. Give them different pseudonyms, then start again.',
    'pseudonym.remains': () =>
      'A name would remain in the project after the replacement: nothing was changed. Check that no pseudonym contains a real name.',
    'pseudonym.inTeam': () =>
      'This project is shared in a team: the others’ copies and the server would keep the names. Leave the team first, do this in your copy, have the other copies and the server’s stream deleted, then make a team anew from this copy.',
    'pseudonym.viewOnly': () => 'The originals are shown: they can only be read. Go back to the pseudonyms to work.',
    'erasure.unconfirmed': () => 'To erase for good, type the name exactly as it is shown.',
    'erasure.unknown': () => 'This erasure is not in the project.',
    'erasure.labelNames': () => 'The wording chosen contains the person’s name: the certificate must not name them.',
  },
};
