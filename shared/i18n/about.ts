// Words about the program itself: the licences of what it is made of, and the search for an update.
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  close: 'Fermer',

  licences: 'Licences des logiciels tiers',
  licencesText: (n: number) =>
    `Trame est sous licence MIT. Il contient ${plural('fr', n, 'composant', 'composants')} d’autres auteurs, sous les licences ci-dessous ; leurs textes sont dans le programme.`,
  licencesNone: 'Cette copie tourne depuis ses sources : la liste s’écrit quand le programme est construit.',
  searchLicences: 'Chercher un composant, un auteur, une licence',
  found: (n: number) => plural('fr', n, 'composant', 'composants'),
  noneFound: (words: string) => `Aucun composant ne répond à « ${words} ».`,
  components: 'Composants',
  chooseOne: 'Choisissez un composant pour lire sa licence.',
  licenceOf: (name: string) => `Licence de ${name}`,

  update: 'Rechercher une mise à jour',
  installed: (version: string) => `Version installée : ${version}`,
  notConfigured:
    'Cette copie ne connaît aucune adresse où chercher une nouvelle version : rien ne sera contacté. Demandez à la personne qui vous a remis Trame s’il en existe une.',
  willAsk: 'Rien n’a encore été contacté. Si vous continuez, Trame posera une seule question à cette adresse :',
  whatIsSent:
    'Elle verra l’adresse réseau de votre connexion, comme tout site consulté. Rien d’autre n’est envoyé : ni vos projets, ni votre nom, ni la version installée. Rien ne sera téléchargé.',
  ask: 'Contacter cette adresse',
  asking: 'Question posée…',
  cancel: 'Ne rien contacter',
  newer: (version: string) => `Une version plus récente existe : ${version}.`,
  same: 'Vous avez la dernière version.',
  older: (version: string) => `Votre copie est plus récente que la version publiée (${version}).`,
  published: (date: string) => `Publiée le ${date}.`,
  whereToGet: 'Trame ne télécharge rien lui-même. Elle se trouve à cette adresse, à ouvrir dans votre navigateur :',
  noPage: 'L’adresse ne dit pas où la prendre : voyez avec la personne qui vous a remis Trame.',
  unreachable: {
    connection: 'L’adresse n’a pas pu être jointe : pas de réseau, ou elle n’existe plus.',
    timeout: 'L’adresse n’a pas répondu à temps. Réessayez plus tard.',
    status: 'L’adresse a répondu qu’elle n’a rien à cet endroit.',
    redirect: 'L’adresse renvoie ailleurs. Trame n’y est pas allé : ce n’est pas l’adresse qui vous a été montrée.',
  },
  rubbish: 'L’adresse a répondu autre chose qu’un numéro de version. Rien n’en a été retenu.',
  again: 'Réessayer',
};

const en: typeof fr = {
  close: 'Close',

  licences: 'Third-party software licences',
  licencesText: (n) =>
    `Trame is under the MIT licence. It contains ${plural('en', n, 'component', 'components')} by other authors, under the licences below; their texts are in the program.`,
  licencesNone: 'This copy runs from its sources: the list is written when the program is built.',
  searchLicences: 'Search for a component, an author, a licence',
  found: (n) => plural('en', n, 'component', 'components'),
  noneFound: (words) => `No component matches “${words}”.`,
  components: 'Components',
  chooseOne: 'Choose a component to read its licence.',
  licenceOf: (name) => `Licence of ${name}`,

  update: 'Check for an update',
  installed: (version) => `Installed version: ${version}`,
  notConfigured:
    'This copy knows no address at which to look for a new version: nothing will be contacted. Ask the person who gave you Trame whether there is one.',
  willAsk: 'Nothing has been contacted yet. If you go on, Trame will ask this address a single question:',
  whatIsSent:
    'It will see the network address of your connection, as any site does that you visit. Nothing else is sent: neither your projects, nor your name, nor the installed version. Nothing will be downloaded.',
  ask: 'Contact this address',
  asking: 'Asking…',
  cancel: 'Contact nothing',
  newer: (version) => `There is a newer version: ${version}.`,
  same: 'You have the latest version.',
  older: (version) => `Your copy is newer than the published version (${version}).`,
  published: (date) => `Published on ${date}.`,
  whereToGet: 'Trame downloads nothing by itself. It is at this address, to be opened in your browser:',
  noPage: 'The address does not say where to get it: ask the person who gave you Trame.',
  unreachable: {
    connection: 'The address could not be reached: no network, or it no longer exists.',
    timeout: 'The address did not answer in time. Try again later.',
    status: 'The address answered that it has nothing there.',
    redirect: 'The address points elsewhere. Trame did not go there: it is not the address that you were shown.',
  },
  rubbish: 'The address answered something other than a version number. Nothing of it was kept.',
  again: 'Try again',
};

export const aboutText: Texts<typeof fr> = { fr, en };
