// Why nothing is exchanged with a team, or why an act is not this member's, in sentences.
import type { FailureCode, FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type TeamFailure = Extract<FailureCode, `team.${string}`>;
type Sentence = (data: FailureData) => string;

const NBSP = '\u00a0';
const fill = (value: FailureData[string] | undefined): string => String(value ?? '');

const fr: Record<TeamFailure, Sentence> = {
  'team.none': () => 'Ce projet n’est à aucune équipe.',
  'team.already': () => 'Ce projet est déjà à une équipe.',
  'team.protected': () => 'Un projet protégé par un mot de passe ne peut pas être travaillé en équipe' + NBSP + ': ôtez d’abord le mot de passe.',
  'team.roleForbids': (d) =>
    d.role === 'reviewer'
      ? 'Votre rôle dans l’équipe est de relire' + NBSP + ': cet acte revient aux codeurs et aux chercheurs.'
      : 'Dans l’équipe, cet acte revient aux chercheurs' + NBSP + ': le travail des autres en dépend.',
  'team.addressInvalid': (d) =>
    `Cette adresse n’est pas celle d’un serveur d’équipe${NBSP}: ${fill(d.address)}. Exemple${NBSP}: nats://labo.univ.fr:4222.`,
  'team.unreachable': (d) => `Le serveur de l’équipe ne répond pas${NBSP}: ${fill(d.address)}.`,
  'team.notAdmitted': (d) => `Le serveur de l’équipe ${fill(d.address)} n’accepte pas cette invitation. Demandez-en une nouvelle.`,
  'team.invitationInvalid': () => 'Ce n’est pas une invitation de Trame, ou elle est incomplète.',
  'team.programTooOld': (d) => `Cette invitation vient d’un Trame plus récent (forme ${fill(d.form)}). Mettez Trame à jour.`,
  'team.newerProgram': (d) =>
    `Un membre de l’équipe travaille avec un Trame plus récent (étape ${fill(d.step)}, ici ${fill(d.known)}). Mettez Trame à jour pour recevoir la suite${NBSP}; votre travail reste ici en attendant.`,
  'team.streamMissing': (d) =>
    `Le serveur n’a plus rien de cette équipe (${fill(d.stream)}). Votre projet est entier sur cet ordinateur${NBSP}; prévenez la personne qui tient le serveur.`,
  'team.streamTruncated': (d) =>
    `Le serveur a perdu la fin du travail de l’équipe${NBSP}: il en est à ${fill(d.last)}, ce projet à ${fill(d.sequence)}. Rien n’est envoyé tant que le serveur n’est pas rétabli d’après sa sauvegarde.`,
  'team.streamBroken': (d) =>
    `Le travail reçu ne fait pas suite à celui d’ici (message ${fill(d.sequence)}). Rien n’a été appliqué${NBSP}; reprenez le projet de l’équipe d’après son instantané.`,
  'team.undecipherable': (d) =>
    `Un message de l’équipe ne se déchiffre pas (message ${fill(d.sequence)})${NBSP}: il vient d’ailleurs, ou il est abîmé. Rien n’a été appliqué.`,
  'team.removed': () => `Vous n’êtes plus dans cette équipe${NBSP}: sa clé a changé. Votre copie du projet reste à vous, telle qu’elle est.`,
  'team.keyMissing': (d) =>
    `La clé de l’équipe manque à côté du projet (${fill(d.path)}). Reprenez ce fichier, ou rejoignez l’équipe avec une invitation.`,
  'team.noSnapshot': () => 'L’équipe n’a encore laissé aucun instantané sur le serveur. Demandez à un chercheur de l’équipe d’ouvrir le projet.',
  'team.diverged': (d) =>
    `Cette copie ne dit plus la même chose que l’équipe (message ${fill(d.sequence)}). Elle peut être reprise d’après l’instantané de l’équipe${NBSP}; votre travail non envoyé est gardé.`,
  'team.memberUnknown': (d) => `Personne de ce nom dans l’équipe${NBSP}: ${fill(d.name)}.`,
  'team.settlementUnknown': () => 'Cela est déjà réglé.',
  'team.cannotSettle': () =>
    'Votre version ne peut plus être reprise telle quelle' +
    NBSP +
    ': ce dont elle dépend a disparu. Refaites l’acte à la main, puis gardez la version de l’équipe.',
};

const en: Record<TeamFailure, Sentence> = {
  'team.none': () => 'This project belongs to no team.',
  'team.already': () => 'This project already belongs to a team.',
  'team.protected': () => 'A project that a password protects cannot be worked on as a team: remove the password first.',
  'team.roleForbids': (d) =>
    d.role === 'reviewer'
      ? 'Your role in the team is to review: this is for coders and researchers.'
      : 'In the team, this is for researchers: others’ work depends on it.',
  'team.addressInvalid': (d) => `This is not the address of a team server: ${fill(d.address)}. For example: nats://lab.univ.edu:4222.`,
  'team.unreachable': (d) => `The team’s server does not answer: ${fill(d.address)}.`,
  'team.notAdmitted': (d) => `The team’s server ${fill(d.address)} does not accept this invitation. Ask for a new one.`,
  'team.invitationInvalid': () => 'This is not an invitation of Trame, or it is incomplete.',
  'team.programTooOld': (d) => `This invitation comes from a newer Trame (form ${fill(d.form)}). Update Trame.`,
  'team.newerProgram': (d) =>
    `A member of the team works with a newer Trame (step ${fill(d.step)}, here ${fill(d.known)}). Update Trame to receive what follows; your work stays here meanwhile.`,
  'team.streamMissing': (d) =>
    `The server has nothing left of this team (${fill(d.stream)}). Your project is whole on this computer; tell the person who runs the server.`,
  'team.streamTruncated': (d) =>
    `The server has lost the end of the team’s work: it is at ${fill(d.last)}, this project at ${fill(d.sequence)}. Nothing is sent until the server is restored from its backup.`,
  'team.streamBroken': (d) =>
    `What was received does not follow from what is here (message ${fill(d.sequence)}). Nothing was applied; take the team’s project again from its snapshot.`,
  'team.undecipherable': (d) =>
    `A message of the team cannot be deciphered (message ${fill(d.sequence)}): it comes from elsewhere, or is damaged. Nothing was applied.`,
  'team.removed': () => 'You are no longer in this team: its key has changed. Your copy of the project stays yours, as it is.',
  'team.keyMissing': (d) =>
    `The team’s key is missing beside the project (${fill(d.path)}). Bring that file back, or join the team with an invitation.`,
  'team.noSnapshot': () => 'The team has left no snapshot on the server yet. Ask a researcher of the team to open the project.',
  'team.diverged': (d) =>
    `This copy no longer says the same as the team’s (message ${fill(d.sequence)}). It can be taken again from the team’s snapshot; your unsent work is kept.`,
  'team.memberUnknown': (d) => `Nobody of this name in the team: ${fill(d.name)}.`,
  'team.settlementUnknown': () => 'This is already settled.',
  'team.cannotSettle': () =>
    'Your version can no longer be taken as it is: what it depends on is gone. Do it again by hand, then keep the team’s version.',
};

export const teamFailures: Texts<Record<TeamFailure, Sentence>> = { fr, en };
