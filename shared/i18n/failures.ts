// Every refusal in words: what it is, and what to do. A code without a sentence does not compile.
import type { FailureCode, FailureData } from '../domain/failure.ts';
import type { UnreadableReason } from '../domain/unreadable.ts';
import { figureFailures } from './figure-failures.ts';
import { analysisFailures } from './analysis-failures.ts';
import { linkFailures } from './link-failures.ts';
import { matrixFailures } from './matrix-failures.ts';
import { modelFailures } from './model-failures.ts';
import { exchangeFailures } from './exchange-failures.ts';
import { printingFailures } from './printing-failures.ts';
import { pseudonymFailures } from './pseudonym-failures.ts';
import { reviewFailures } from './review-failures.ts';
import { safetyFailures } from './safety-failures.ts';
import { searchFailures } from './search-failures.ts';
import { teamFailures } from './team-failures.ts';
import { SEMICOLON, plural } from './text.ts';
import { unreadableReasons } from './unreadable-reasons.ts';
import type { Texts } from './text.ts';

type Sentences = Readonly<Record<FailureCode, (data: FailureData) => string>>;

const NBSP = '\u00a0';

function fill(value: FailureData[string] | undefined): string {
  return Array.isArray(value) ? value.join(' ; ') : String(value ?? '');
}

/** The same in English, whose semicolon has no space before it. */
function listed(value: FailureData[string] | undefined): string {
  return Array.isArray(value) ? value.join(SEMICOLON.en) : fill(value);
}

/** What is wrong with an expression that can be read; what cannot be read at all, its engine tells in its own words. */
const patternReasonsFr: Readonly<Record<string, string>> = { empty: 'elle est vide', tooSlow: 'sa recherche n’en finissait pas' };
const patternReasonsEn: Readonly<Record<string, string>> = { empty: 'it is empty', tooSlow: 'searching for it did not come to an end' };

/** What is wrong with a grid's file as a whole; else the place in it is named. */
const gridFaultsFr: Readonly<Record<string, string>> = {
  JSON: 'il est illisible ou incomplet',
  XML: 'il est illisible ou incomplet',
  CodeBook: 'il ne contient aucune catégorie',
};
const gridFaultsEn: Readonly<Record<string, string>> = {
  JSON: 'it is unreadable or incomplete',
  XML: 'it is unreadable or incomplete',
  CodeBook: 'it holds no category',
};

const fr: Sentences = {
  'project.notFound': (d) => `Ce fichier n’existe pas${NBSP}: ${fill(d.path)}. Vérifiez le chemin, ou créez un projet.`,
  'project.folderMissing': (d) => `Le dossier n’existe pas${NBSP}: ${fill(d.folder)}. Créez-le ou choisissez-en un autre.`,
  'project.exists': (d) => `Un fichier porte déjà ce nom${NBSP}: ${fill(d.path)}. Choisissez un autre nom.`,
  'project.notSqlite': (d) => `Ce fichier n’est pas un projet Trame${NBSP}: ${fill(d.path)}. Choisissez un fichier .trame.`,
  'project.otherProgram': (d) =>
    `Ce fichier est une base d’un autre programme, pas un projet Trame${NBSP}: ${fill(d.path)}. Choisissez un fichier .trame.`,
  'project.damaged': (d) => `Ce projet est abîmé ou incomplet${NBSP}: ${fill(d.path)}. Rien n’y a été écrit\u00a0; reprenez une copie de sauvegarde.`,
  'project.newerVersion': () => 'Ce projet vient d’une version plus récente de Trame. Mettez Trame à jour pour l’ouvrir.',
  'project.historyEdited': () =>
    'La structure de ce projet n’est pas celle d’une version publiée de Trame. Rien n’y a été écrit\u00a0; reprenez une copie de sauvegarde.',
  'project.readOnly': () => 'Ce projet est en lecture seule. Rendez le fichier et son dossier modifiables, ou travaillez sur une copie.',
  'project.busy': () => 'Un autre programme écrit dans ce projet. Attendez qu’il ait fini, ou fermez-le, puis recommencez.',
  'project.encrypted': (d) => `Ce projet est protégé par un mot de passe, qu’il faut donner pour l’ouvrir${NBSP}: ${fill(d.path)}.`,
  'project.passwordWrong': (d) =>
    `Ce mot de passe n’ouvre pas ce projet${NBSP}: ${fill(d.path)}. Vérifiez les majuscules et la disposition du clavier${NBSP}; si vous en êtes sûr, c’est le début du fichier qui est abîmé, et une sauvegarde s’ouvrira.`,
  'project.notProtected': () => 'Ce projet n’est pas protégé par un mot de passe.',
  'project.alreadyProtected': () => 'Ce projet est déjà protégé par un mot de passe.',
  'project.notLocked': () => 'Aucun projet n’est verrouillé.',
  'project.inTeam': () => 'Un projet d’équipe ne peut pas recevoir de mot de passe, changer le sien ni l’ôter. Quittez d’abord l’équipe.',
  'password.tooShort': (d) => `Ce mot de passe est trop court${NBSP}: il en faut un d’au moins ${fill(d.least)} signes. Une phrase convient.`,
  'project.none': () => 'Aucun projet n’est ouvert.',
  'project.titleEmpty': () => 'Donnez un titre au projet.',
  'project.nameInvalid': (d) => `Ce nom ne peut pas servir à un fichier${NBSP}: ${fill(d.name)}.`,
  'input.invalid': (d) => `La demande n’est pas conforme${NBSP}: ${fill(d.message)}.`,
  'input.unknownChannel': (d) => `Demande inconnue${NBSP}: ${fill(d.channel)}.`,
  'source.unknown': (d) => `Aucune source ne s’appelle ainsi${NBSP}: ${fill(d.source ?? d.id)}.`,
  'source.unreadable': (d) => `${fill(d.file)} n’a pas été lu${NBSP}: ${unreadableReasons.fr[d.reason as UnreadableReason] ?? fill(d.reason)}.`,
  'source.nothingImported': () => 'Aucun fichier n’a pu être importé.',
  'source.originalMissing': (d) =>
    `Le fichier d’origine de « ${fill(d.source)} » n’est pas dans le projet${NBSP}: il a été importé par une version antérieure.`,
  'source.changedSince': () => 'Le texte a changé depuis que ce remplacement a été préparé. Préparez-le de nouveau.',
  'source.revisionUnknown': () => 'Cette révision n’est pas dans l’historique de cette source.',
  'refi.tooLarge': (d) =>
    `${fill(d.file)} dépasserait 4\u00a0Go ou 65\u00a0000 fichiers, ce que ce format ne tient pas${NBSP}: laissez les enregistrements, retirez des fichiers d’origine, ou exportez en deux projets.`,
  'import.unknown': () => 'Cet import n’est plus ouvert. Recommencez-le.',
  'import.patternInvalid': (d) =>
    `Cette expression ne peut pas servir à reconnaître les tours${NBSP}: ${patternReasonsFr[String(d.reason)] ?? fill(d.reason)}.`,
  'media.unknown': () => 'Cet enregistrement n’est plus en cours d’ajout. Recommencez.',
  'media.formatUnknown': (d) => `« ${fill(d.file)} » n’est pas un enregistrement que Trame sait lire (mp3, m4a, wav, ogg, flac, mp4, webm).`,
  'media.missing': (d) => `L’enregistrement « ${fill(d.file)} » ne se trouve plus à côté du projet. Replacez-le, ou ajoutez-le de nouveau.`,
  'media.otherFile': (d) =>
    `« ${fill(d.file)} » n’est pas l’enregistrement qui manque${NBSP}: son contenu est autre. Choisissez le bon fichier, ou remplacez l’enregistrement.`,
  'media.noTimes': (d) => `« ${fill(d.source)} » n’a aucun temps${NBSP}: il n’y a pas de sous-titres à écrire.`,
  'turn.nothingToSplit': () => `Un tour se coupe à l’intérieur de ses paroles, pas à leurs bords.`,
  'turn.nothingToJoin': () => 'Il n’y a pas de tour de parole avant celui-ci auquel le joindre.',
  'turn.unknown': () => 'Ce passage désigne un tour de parole qui n’existe plus. Sélectionnez-le de nouveau.',
  'turn.outsideWords': () => 'Une correction se fait dans les mots d’un seul tour de parole, pas dans le nom du locuteur ni sur plusieurs tours.',
  'turn.lineBreak': () => 'Une correction ne peut pas contenir de retour à la ligne.',
  'case.unknown': (d) => `Ce cas n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'caseGroup.unknown': () => 'Ce groupe de cas n’existe plus.',
  'caseGroup.nameTaken': (d) => `Un groupe de cas s’appelle déjà « ${fill(d.name)} ».`,
  'casePart.unknown': () => 'Cette partie n’est plus attribuée.',
  'casePart.twoSources': () => 'Les deux bouts d’une partie doivent être dans la même source.',
  'speaker.unknown': () => 'Ce locuteur n’existe plus.',
  'guide.unknown': () => 'Ce guide d’entretien n’existe plus.',
  'guide.questionUnknown': () => 'Cette question n’est plus dans le guide.',
  'case.nameTaken': (d) => `Un cas s’appelle déjà « ${fill(d.name)} ».`,
  'participant.unknown': (d) => `Ce participant n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'coder.unknown': (d) => `Ce codeur n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'coder.nameTaken': (d) => `Un codeur s’appelle déjà « ${fill(d.name)} ».`,
  'coder.initialsTaken': (d) => `Ces initiales sont déjà celles de « ${fill(d.name)} »${NBSP}: ${fill(d.initials)}. Choisissez-en d’autres.`,
  'coder.mergeSelf': (d) => `« ${fill(d.name)} » ne peut pas être fusionné avec lui-même.`,
  'blind.none': () => `Rien n’est caché${NBSP}: les codages de tous sont déjà visibles.`,
  'assignment.unknown': () => `Ce double codage n’existe plus.`,
  'assignment.notYours': (d) => `« ${fill(d.name)} » n’est pas confié à ce codeur.`,
  'disagreement.unknown': () => `Cette décision n’existe plus.`,
  'disagreement.gone': () => `Ce désaccord n’existe plus${NBSP}: aucun de ces codeurs n’applique encore la catégorie à cet endroit.`,
  'disagreement.blind': () => `Vous codez sans voir les codages des autres${NBSP}: un désaccord se règle une fois qu’ils sont révélés.`,
  'agreement.nameTaken': (d) => `Un tour d’accord s’appelle déjà « ${fill(d.name)} ».`,
  'agreement.roundUnknown': () => `Ce tour d’accord n’existe plus.`,
  'grid.unknown': (d) => `Cette grille n’existe pas${NBSP}: ${fill(d.grid ?? d.id)}.`,
  'grid.alreadyAdded': (d) => `La grille « ${fill(d.grid)} » est déjà dans le projet.`,
  'grid.inUse': (d) =>
    `La grille « ${fill(d.grid)} » porte ${plural('fr', Number(d.codings), 'codage', 'codages')}${NBSP}; confirmez pour les supprimer avec elle.`,
  'grid.keyTaken': (d) => `Une grille a déjà cet identifiant${NBSP}: ${fill(d.key)}.`,
  'grid.invalidFile': (d) => `Ce fichier n’est pas une grille${NBSP}: ${gridFaultsFr[String(d.message)] ?? `voyez « ${fill(d.message)} »`}.`,
  'grid.isStance': (d) =>
    `« ${fill(d.grid)} » n’est pas une grille de catégories${NBSP}: c’est une propriété d’un passage dans une cellule, toujours disponible.`,
  'grid.empty': (d) => `La grille « ${fill(d.grid)} » n’a pas encore de catégorie : il n’y a rien à écrire dans ce format.`,
  'grid.versionUnknown': () => 'Cette version de la grille n’existe plus.',
  'grid.levelsUnordered': () => 'Choisissez des niveaux qui se suivent : dimensions au-dessus des thèmes, thèmes au-dessus des concepts.',
  'category.unknown': (d) => `Cette catégorie n’existe pas${NBSP}: ${fill(d.path ?? d.id)}.`,
  'category.ambiguous': (d) => `Plusieurs catégories s’appellent ainsi${NBSP}: ${fill(d.path)}. Précisez${NBSP}: ${fill(d.candidates)}.`,
  'category.nameTaken': (d) => `Une catégorie s’appelle déjà « ${fill(d.name)} » à cet endroit.`,
  'category.nameEmpty': () => 'Donnez un nom à la catégorie.',
  'category.inUse': (d) =>
    `« ${fill(d.name)} » et ses sous-catégories portent ${plural('fr', Number(d.codings), 'codage', 'codages')}${NBSP}; confirmez pour les supprimer avec elles.`,
  'category.cycle': (d) => `« ${fill(d.name)} » ne peut pas aller dans elle-même ni dans une de ses sous-catégories.`,
  'category.otherGrid': (d) => `« ${fill(d.name)} » est dans une autre grille.`,
  'category.alreadyUnder': (d) => `« ${fill(d.name)} » est déjà sous « ${fill(d.parent)} ».`,
  'category.sameTwice': (d) => `« ${fill(d.name)} » serait à la fois le départ et l’arrivée. Choisissez une autre catégorie.`,
  'category.scaleInvalid': () => 'Cette échelle ne va pas : le maximum doit dépasser le minimum, avec un pas positif et mille degrés au plus.',
  'category.weightsOffScale': (d) =>
    `Des codages de « ${fill(d.name)} » ont un poids hors de cette échelle (${fill(d.weights)}). Corrigez-les d’abord, ou choisissez une échelle qui les contient.`,
  'board.empty': (d) => `Rien n’est posé sur le plan de « ${fill(d.grid)} » : il n’y a pas d’image à enregistrer.`,
  'coding.weightsOffScale': (d) =>
    `Des codages ont un poids (${fill(d.weights)}) qui n’est pas sur l’échelle de « ${fill(d.name)} » (de ${fill(d.min)} à ${fill(d.max)}, pas de ${fill(d.step)}) : rien n’a été déplacé. Changez ces poids, ou donnez à « ${fill(d.name)} » une échelle qui les contient, puis recommencez.`,
  'passage.unknown': () => 'Ce passage n’existe plus.',
  'passage.empty': () => 'Le passage est vide. Sélectionnez au moins un caractère.',
  'passage.outOfRange': (d) =>
    `Le passage (${fill(d.start ?? d.offset)}–${fill(d.end ?? d.offset)}) dépasse la fin du texte (${fill(d.length)} caractères).`,
  'passage.insideSurrogatePair': (d) => `La position ${fill(d.offset)} tombe au milieu d’un caractère.`,
  'passage.quoteMissing': (d) => `Cette citation ne se trouve pas dans « ${fill(d.source)} »${NBSP}: ${fill(d.quote)}`,
  'passage.quoteAmbiguous': (d) =>
    `Cette citation se trouve ${fill(d.count)} fois dans « ${fill(d.source)} »${NBSP}: ${fill(d.quote)}. Allongez-la ou donnez ses positions.`,
  'coding.unknown': () => 'Ce codage n’existe plus.',
  'coding.exists': () => 'Cette catégorie est déjà appliquée à ce passage.',
  'coding.weightOutside': (d) =>
    `« ${fill(d.name)} » se pèse de ${fill(d.min)} à ${fill(d.max)}, par pas de ${fill(d.step)}${NBSP}: ${fill(d.weight)} n’en est pas.`,
  'coding.tableInvalid': (d) => `Le tableau est refusé, rien n’a été codé. ${fill(d.rows)}`,
  'autocode.nothingToFind': () => 'Dites d’abord ce qu’il faut chercher.',
  'autocode.patternInvalid': (d) => `Cette expression régulière n’est pas correcte${NBSP}: ${fill(d.reason)}.`,
  'autocode.tooSlow': (d) =>
    `La recherche de cette expression n’en finissait pas${NBSP}: elle a été arrêtée après ${fill(d.seconds)}\u00a0s, rien n’a été codé. Évitez les répétitions dans une répétition, comme (a+)+.`,
  'autocode.tooMany': (d) => `Cette règle trouve plus de ${fill(d.most)} passages, plus que l’on n’en peut vérifier. Resserrez-la.`,
  'autocode.categoryMissing': () => 'Choisissez la catégorie à appliquer.',
  'autocode.changedSince': () => 'Les textes ont changé depuis l’aperçu. Regardez-le de nouveau, puis codez.',
  'suggestion.changedSince': () => 'Le texte a changé depuis cette proposition. Demandez de nouvelles propositions.',
  'autocode.ruleUnknown': () => 'Cette règle n’existe plus.',
  'autocode.nameTaken': (d) => `Une règle s’appelle déjà « ${fill(d.name)} ».`,
  'memo.unknown': () => 'Ce mémo n’existe plus.',
  'memo.targetUnknown': () => 'Ce sur quoi porte le mémo n’existe plus.',
  'image.formatUnknown': (d) => `« ${fill(d.file)} » n’est pas une image que Trame sait montrer (png, jpeg, gif, webp).`,
  'image.tooLarge': (d) => `« ${fill(d.file)} » est trop grande${NBSP}: ${fill(d.most)} Mo au plus.`,
  'image.unknown': () => 'Une image de ce mémo n’est pas dans le projet. Collez-la de nouveau.',
  'attribute.unknown': (d) => `Cet attribut n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'attribute.targetUnknown': (d) => `Une ligne du tableau ne correspond à rien dans le projet${NBSP}: ${fill(d.name ?? d.id)}.`,
  'attribute.nameTaken': (d) => `Un attribut s’appelle déjà « ${fill(d.name)} ».`,
  'attribute.valueOfOtherType': (d) => `« ${fill(d.value)} » n’est pas une valeur de l’attribut « ${fill(d.name)} ».`,
  'attribute.valuesOfOtherType': (d) =>
    `Des valeurs de « ${fill(d.name)} » ne conviennent pas à ce type${NBSP}: ${fill(d.values)}. Corrigez-les d’abord.`,
  'attribute.targetAmbiguous': (d) => `Plusieurs participants s’appellent ainsi${NBSP}: ${fill(d.name)}. Ajoutez au tableau une colonne « source ».`,
  ...matrixFailures.fr,
  'expression.invalid': (d) =>
    `Expression illisible au caractère ${fill(d.at)}, après « ${fill(d.before)} ». Attendu${NBSP}: ${fill(d.expected)}. Expression${NBSP}: ${fill(d.expression)}`,
  'expression.unknownNames': (d) => `Ces noms n’existent pas dans le projet${NBSP}: ${fill(d.names)}. Vérifiez accents et majuscules.`,
  'expression.notOrdered': (d) =>
    `Les valeurs de « ${fill(d.attribute)} » n’ont pas d’ordre${NBSP}: <, <=, > et >= demandent un attribut de type nombre, date ou choix ordonné.`,
  'matrixSnapshot.unknown': () => 'Cet instantané n’existe plus.',
  'cell.nothingWritten': () => 'Cette cellule n’a pas encore de synthèse. Écrivez-la d’abord.',
  'cell.notPinned': () => 'Ce verbatim n’est plus choisi dans cette cellule.',
  'cell.cutInvalid': () => 'Ces coupes ne vont pas avec le verbatim : il doit en rester des mots, et les coupes ne se touchent pas.',
  'scale.unknown': () => 'Cette échelle n’existe plus.',
  'scale.nameTaken': (d) => `Une échelle s’appelle déjà « ${fill(d.name)} ». Choisissez un autre nom.`,
  'scale.stepTwice': (d) => `Deux degrés de l’échelle ont la même valeur ou le même nom : ${fill(d.label)} (${fill(d.value)}).`,
  'scale.valueUsed': (d) => `Le degré ${fill(d.value)} sert encore dans des cellules (${fill(d.cells)}). Changez d’abord leur cote.`,
  'scale.valueUnknown': (d) => `L’échelle « ${fill(d.name)} » n’a pas de degré ${fill(d.value)}.`,
  'researchQuestion.unknown': () => 'Cette question de recherche n’existe plus.',
  ...exchangeFailures.fr,
  ...safetyFailures.fr,
  ...printingFailures.fr,
  ...searchFailures.fr,
  ...analysisFailures.fr,
  ...linkFailures.fr,
  ...pseudonymFailures.fr,
  ...reviewFailures.fr,
  ...modelFailures.fr,
  ...figureFailures.fr,
  ...teamFailures.fr,
  'undo.nothing': () => 'Il n’y a rien à annuler.',
  'redo.nothing': () => 'Il n’y a rien à rétablir.',
  'undo.conflict': () => `Cette action ne peut plus être annulée seule${NBSP}: ce qu’elle avait écrit a changé depuis.`,
  'file.notFound': (d) => `Ce fichier n’existe pas${NBSP}: ${fill(d.path)}.`,
  'file.unwritable': (d) => `Impossible d’écrire ici${NBSP}: ${fill(d.path)}. Vérifiez les droits et la place sur le disque.`,
  'file.formatUnknown': (d) => `Ce format n’est pas connu${NBSP}: ${fill(d.format)}. Formats${NBSP}: ${fill(d.known)}.`,
  'merge.sameFile': () => `C’est le projet ouvert lui-même${NBSP}: choisissez-en une autre copie.`,
  'merge.changedSince': () => 'Le projet a changé depuis l’aperçu de la fusion. Rien n’a été écrit\u00a0; refaites l’aperçu.',
  'merge.unconfirmed': (d) =>
    `${fill(d.file)} n’a pas de passé commun avec ce projet${NBSP}: regardez les correspondances avec --dry-run, puis confirmez avec --yes ou --match.`,
  'merge.unknown': () => 'Ce fichier à fusionner n’est plus ouvert. Choisissez-le de nouveau.',
  'merge.matchInvalid': (d) => `Cette correspondance ne convient pas${NBSP}: ${fill(d.what)}.`,
  'job.cancelled': () => `Opération interrompue${NBSP}; rien n’a été écrit.`,
  'serve.portTaken': (d) => `Le port ${fill(d.port)} est déjà pris. Choisissez-en un autre avec --port.`,
  'serve.notOurAddress': (d) => `${fill(d.address)} n’est pas une adresse de cette machine.`,
};

const en: Sentences = {
  'project.notFound': (d) => `This file does not exist: ${fill(d.path)}. Check the path, or create a project.`,
  'project.folderMissing': (d) => `The folder does not exist: ${fill(d.folder)}. Create it or choose another.`,
  'project.exists': (d) => `A file of this name is already there: ${fill(d.path)}. Choose another name.`,
  'project.notSqlite': (d) => `This file is not a Trame project: ${fill(d.path)}. Choose a .trame file.`,
  'project.otherProgram': (d) => `This file is another program’s database, not a Trame project: ${fill(d.path)}. Choose a .trame file.`,
  'project.damaged': (d) => `This project is damaged or incomplete: ${fill(d.path)}. Nothing was written to it; go back to a backup copy.`,
  'project.newerVersion': () => 'This project comes from a newer version of Trame. Update Trame to open it.',
  'project.historyEdited': () =>
    'The structure of this project is not that of a released version of Trame. Nothing was written to it; go back to a backup copy.',
  'project.readOnly': () => 'This project is read-only. Make the file and its folder writable, or work on a copy.',
  'project.busy': () => 'Another program is writing to this project. Wait until it has finished, or close it, then try again.',
  'project.encrypted': (d) => `This project is protected by a password, which is needed to open it: ${fill(d.path)}.`,
  'project.passwordWrong': (d) =>
    `This password does not open this project: ${fill(d.path)}. Check capitals and the keyboard’s layout; if you are sure of it, the beginning of the file is damaged, and a backup will open.`,
  'project.notProtected': () => 'No password protects this project.',
  'project.alreadyProtected': () => 'A password already protects this project.',
  'project.notLocked': () => 'No project is locked.',
  'project.inTeam': () => 'A team’s project cannot be given a password, another one or none. Leave the team first.',
  'password.tooShort': (d) => `This password is too short: it needs at least ${fill(d.least)} characters. A sentence will do.`,
  'project.none': () => 'No project is open.',
  'project.titleEmpty': () => 'Give the project a title.',
  'project.nameInvalid': (d) => `This name cannot serve for a file: ${fill(d.name)}.`,
  'input.invalid': (d) => `The request is not well formed: ${fill(d.message)}.`,
  'input.unknownChannel': (d) => `Unknown request: ${fill(d.channel)}.`,
  'source.unknown': (d) => `No source has this name: ${fill(d.source ?? d.id)}.`,
  'source.unreadable': (d) => `${fill(d.file)} was not read: ${unreadableReasons.en[d.reason as UnreadableReason] ?? fill(d.reason)}.`,
  'source.nothingImported': () => 'No file could be imported.',
  'source.originalMissing': (d) => `The original file of “${fill(d.source)}” is not in the project: it was imported by an earlier version.`,
  'source.changedSince': () => 'The text has changed since this replacement was prepared. Prepare it again.',
  'source.revisionUnknown': () => 'This revision is not in the history of this source.',
  'refi.tooLarge': (d) =>
    `${fill(d.file)} would exceed 4 GB or 65,000 files, more than this format holds: leave the recordings out, remove original files, or export two projects.`,
  'import.unknown': () => 'This import is no longer open. Begin it again.',
  'import.patternInvalid': (d) => `This expression cannot be used to recognise turns: ${patternReasonsEn[String(d.reason)] ?? fill(d.reason)}.`,
  'media.unknown': () => 'This recording is no longer being added. Begin again.',
  'media.formatUnknown': (d) => `“${fill(d.file)}” is not a recording that Trame can play (mp3, m4a, wav, ogg, flac, mp4, webm).`,
  'media.missing': (d) => `The recording “${fill(d.file)}” no longer lies beside the project. Put it back, or add it again.`,
  'media.otherFile': (d) => `“${fill(d.file)}” is not the missing recording: its content differs. Choose the right file, or replace the recording.`,
  'media.noTimes': (d) => `“${fill(d.source)}” has no times: there are no subtitles to write.`,
  'turn.nothingToSplit': () => 'A turn is cut inside its words, not at their ends.',
  'turn.nothingToJoin': () => 'There is no turn before this one to join it to.',
  'turn.unknown': () => 'This passage names a turn that no longer exists. Select it again.',
  'turn.outsideWords': () => 'A correction is made within the words of one turn, not in the speaker’s label nor over several turns.',
  'turn.lineBreak': () => 'A correction cannot contain a line break.',
  'case.unknown': (d) => `This case does not exist: ${fill(d.name ?? d.id)}.`,
  'caseGroup.unknown': () => 'This group of cases no longer exists.',
  'caseGroup.nameTaken': (d) => `A group of cases is already called “${fill(d.name)}”.`,
  'casePart.unknown': () => 'This part is no longer assigned.',
  'casePart.twoSources': () => 'Both ends of a part must be in the same source.',
  'speaker.unknown': () => 'This speaker no longer exists.',
  'guide.unknown': () => 'This interview guide no longer exists.',
  'guide.questionUnknown': () => 'This question is no longer in the guide.',
  'case.nameTaken': (d) => `A case is already called “${fill(d.name)}”.`,
  'participant.unknown': (d) => `This participant does not exist: ${fill(d.name ?? d.id)}.`,
  'coder.unknown': (d) => `This coder does not exist: ${fill(d.name ?? d.id)}.`,
  'coder.nameTaken': (d) => `A coder is already called “${fill(d.name)}”.`,
  'coder.initialsTaken': (d) => `“${fill(d.name)}” has these initials already: ${fill(d.initials)}. Choose others.`,
  'coder.mergeSelf': (d) => `“${fill(d.name)}” cannot be merged with themselves.`,
  'blind.none': () => `Nothing is hidden: everybody’s codings are visible already.`,
  'assignment.unknown': () => `This double coding is gone.`,
  'assignment.notYours': (d) => `“${fill(d.name)}” was not given to this coder.`,
  'disagreement.unknown': () => `This decision is gone.`,
  'disagreement.gone': () => `This disagreement is gone: none of these coders applies the category there any more.`,
  'disagreement.blind': () => `You code without seeing the others’ codings: a disagreement is settled once they are revealed.`,
  'agreement.nameTaken': (d) => `A round of agreement is already called “${fill(d.name)}”.`,
  'agreement.roundUnknown': () => `This round of agreement is gone.`,
  'grid.unknown': (d) => `This grid does not exist: ${fill(d.grid ?? d.id)}.`,
  'grid.alreadyAdded': (d) => `The grid “${fill(d.grid)}” is already in the project.`,
  'grid.inUse': (d) => `The grid “${fill(d.grid)}” carries ${plural('en', Number(d.codings), 'coding', 'codings')}; confirm to remove them with it.`,
  'grid.keyTaken': (d) => `A grid already has this identifier: ${fill(d.key)}.`,
  'grid.invalidFile': (d) => `This file is not a grid: ${gridFaultsEn[String(d.message)] ?? `see “${fill(d.message)}”`}.`,
  'grid.isStance': (d) => `“${fill(d.grid)}” is not a grid of categories: it is a property of a passage in a cell, always at hand.`,
  'grid.empty': (d) => `The grid “${fill(d.grid)}” has no category yet: there is nothing to write in this format.`,
  'grid.versionUnknown': () => 'This version of the grid no longer exists.',
  'grid.levelsUnordered': () => 'Choose levels one below the other: dimensions above themes, themes above concepts.',
  'category.unknown': (d) => `This category does not exist: ${fill(d.path ?? d.id)}.`,
  'category.ambiguous': (d) => `Several categories have this name: ${fill(d.path)}. Say which: ${fill(d.candidates)}.`,
  'category.nameTaken': (d) => `A category is already called “${fill(d.name)}” here.`,
  'category.nameEmpty': () => 'Give the category a name.',
  'category.inUse': (d) =>
    `“${fill(d.name)}” and its subcategories carry ${plural('en', Number(d.codings), 'coding', 'codings')}; confirm to remove them with it.`,
  'category.cycle': (d) => `“${fill(d.name)}” cannot go into itself or one of its subcategories.`,
  'category.otherGrid': (d) => `“${fill(d.name)}” is in another grid.`,
  'category.alreadyUnder': (d) => `“${fill(d.name)}” is under “${fill(d.parent)}” already.`,
  'category.sameTwice': (d) => `“${fill(d.name)}” would be both the start and the end. Choose another category.`,
  'category.scaleInvalid': () =>
    'This scale does not work: the maximum must be above the minimum, with a positive step and a thousand degrees at most.',
  'category.weightsOffScale': (d) =>
    `Some codings of “${fill(d.name)}” have a weight off this scale (${fill(d.weights)}). Correct them first, or choose a scale that holds them.`,
  'board.empty': (d) => `Nothing lies on the board of “${fill(d.grid)}”: there is no picture to save.`,
  'coding.weightsOffScale': (d) =>
    `Some codings have a weight (${fill(d.weights)}) that is not on the scale of “${fill(d.name)}” (${fill(d.min)} to ${fill(d.max)}, in steps of ${fill(d.step)}): nothing was moved. Change these weights, or give “${fill(d.name)}” a scale that holds them, then try again.`,
  'passage.unknown': () => 'This passage no longer exists.',
  'passage.empty': () => 'The passage is empty. Select at least one character.',
  'passage.outOfRange': (d) =>
    `The passage (${fill(d.start ?? d.offset)}–${fill(d.end ?? d.offset)}) goes past the end of the text (${fill(d.length)} characters).`,
  'passage.insideSurrogatePair': (d) => `Position ${fill(d.offset)} falls in the middle of a character.`,
  'passage.quoteMissing': (d) => `This quote is not in “${fill(d.source)}”: ${fill(d.quote)}`,
  'passage.quoteAmbiguous': (d) =>
    `This quote occurs ${fill(d.count)} times in “${fill(d.source)}”: ${fill(d.quote)}. Make it longer or give its positions.`,
  'coding.unknown': () => 'This coding no longer exists.',
  'coding.exists': () => 'This category is already applied to this passage.',
  'coding.weightOutside': (d) =>
    `“${fill(d.name)}” is weighted from ${fill(d.min)} to ${fill(d.max)} in steps of ${fill(d.step)}: ${fill(d.weight)} is not on the scale.`,
  'coding.tableInvalid': (d) => `The table is refused, nothing was coded. ${fill(d.rows)}`,
  'autocode.nothingToFind': () => 'Say first what to look for.',
  'autocode.patternInvalid': (d) => `This regular expression is not correct: ${fill(d.reason)}.`,
  'autocode.tooSlow': (d) =>
    `Searching for this expression did not come to an end: it was stopped after ${fill(d.seconds)} s, nothing was coded. Avoid repetitions within a repetition, such as (a+)+.`,
  'autocode.tooMany': (d) => `This rule finds more than ${fill(d.most)} passages, more than can be looked through. Narrow it.`,
  'autocode.categoryMissing': () => 'Choose the category to apply.',
  'autocode.changedSince': () => 'The texts have changed since the preview. Look at it again, then code.',
  'suggestion.changedSince': () => 'The text has changed since this proposal. Ask for new proposals.',
  'autocode.ruleUnknown': () => 'This rule no longer exists.',
  'autocode.nameTaken': (d) => `A rule is already called “${fill(d.name)}”.`,
  'memo.unknown': () => 'This memo no longer exists.',
  'memo.targetUnknown': () => 'What the memo is on no longer exists.',
  'image.formatUnknown': (d) => `“${fill(d.file)}” is not a picture that Trame can show (png, jpeg, gif, webp).`,
  'image.tooLarge': (d) => `“${fill(d.file)}” is too large: ${fill(d.most)} MB at most.`,
  'image.unknown': () => 'A picture of this memo is not in the project. Paste it again.',
  'attribute.unknown': (d) => `This attribute does not exist: ${fill(d.name ?? d.id)}.`,
  'attribute.targetUnknown': (d) => `A row of the table matches nothing in the project: ${fill(d.name ?? d.id)}.`,
  'attribute.nameTaken': (d) => `An attribute is already called “${fill(d.name)}”.`,
  'attribute.valueOfOtherType': (d) => `“${fill(d.value)}” is not a value of the attribute “${fill(d.name)}”.`,
  'attribute.valuesOfOtherType': (d) => `Some values of “${fill(d.name)}” are not of this type: ${fill(d.values)}. Correct them first.`,
  'attribute.targetAmbiguous': (d) => `Several participants have this name: ${fill(d.name)}. Add a “source” column to the table.`,
  ...matrixFailures.en,
  'expression.invalid': (d) =>
    `This expression cannot be read at character ${fill(d.at)}, after “${fill(d.before)}”. Expected: ${fill(d.expected)}. Expression: ${fill(d.expression)}`,
  'expression.unknownNames': (d) => `These names are not in the project: ${listed(d.names)}. Check accents and capitals.`,
  'expression.notOrdered': (d) =>
    `The values of “${fill(d.attribute)}” have no order: <, <=, > and >= need an attribute of numbers, dates or ordered choices.`,
  'matrixSnapshot.unknown': () => 'This snapshot no longer exists.',
  'cell.nothingWritten': () => 'This cell has no synthesis yet. Write it first.',
  'cell.notPinned': () => 'This quote is no longer pinned in this cell.',
  'cell.cutInvalid': () => 'These cuts do not fit the quote: words must be left, and cuts do not touch.',
  'scale.unknown': () => 'This scale no longer exists.',
  'scale.nameTaken': (d) => `A scale is already called “${fill(d.name)}”. Choose another name.`,
  'scale.stepTwice': (d) => `Two steps of the scale have the same value or name: ${fill(d.label)} (${fill(d.value)}).`,
  'scale.valueUsed': (d) => `Cells are still rated ${fill(d.value)} (${fill(d.cells)}). Change their rating first.`,
  'scale.valueUnknown': (d) => `The scale “${fill(d.name)}” has no step ${fill(d.value)}.`,
  'researchQuestion.unknown': () => 'This research question no longer exists.',
  ...exchangeFailures.en,
  ...safetyFailures.en,
  ...printingFailures.en,
  ...searchFailures.en,
  ...analysisFailures.en,
  ...linkFailures.en,
  ...pseudonymFailures.en,
  ...reviewFailures.en,
  ...modelFailures.en,
  ...figureFailures.en,
  ...teamFailures.en,
  'undo.nothing': () => 'There is nothing to undo.',
  'redo.nothing': () => 'There is nothing to redo.',
  'undo.conflict': () => 'This act can no longer be undone alone: what it wrote has changed since.',
  'file.notFound': (d) => `This file does not exist: ${fill(d.path)}.`,
  'file.unwritable': (d) => `Cannot write here: ${fill(d.path)}. Check the permissions and the space on the disk.`,
  'file.formatUnknown': (d) => `This format is not known: ${fill(d.format)}. Formats: ${fill(d.known)}.`,
  'merge.sameFile': () => 'This is the open project itself: choose another copy of it.',
  'merge.changedSince': () => 'The project has changed since the preview of the merge. Nothing was written; make the preview again.',
  'merge.unconfirmed': (d) =>
    `${fill(d.file)} has no past in common with this project: look at the matches with --dry-run, then confirm with --yes or --match.`,
  'merge.unknown': () => 'This file to merge is no longer open. Choose it again.',
  'merge.matchInvalid': (d) => `This match does not fit: ${fill(d.what)}.`,
  'job.cancelled': () => 'Stopped; nothing was written.',
  'serve.portTaken': (d) => `Port ${fill(d.port)} is taken. Choose another with --port.`,
  'serve.notOurAddress': (d) => `${fill(d.address)} is no address of this machine.`,
};

export const failureText: Texts<Sentences> = { fr, en };
