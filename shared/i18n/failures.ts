// Every refusal in words: what it is, and what to do. A code without a sentence does not compile.
import type { FailureCode, FailureData } from '../domain/failure.ts';
import type { UnreadableReason } from '../domain/unreadable.ts';
import type { Texts } from './text.ts';

type Sentences = Readonly<Record<FailureCode, (data: FailureData) => string>>;

const NBSP = '\u00a0';
const FORMATS_READ = 'docx, odt, rtf, doc, pdf, html, epub, md, txt, srt, vtt, json, sonal';

function fill(value: FailureData[string] | undefined): string {
  return Array.isArray(value) ? value.join(' ; ') : String(value ?? '');
}

const reasonsFr: Record<UnreadableReason, string> = {
  empty: 'il est vide',
  binary: 'ce n’est pas du texte',
  formatUnsupported: `ce format n’est pas lu (formats lus\u00a0: ${FORMATS_READ})`,
  notAsNamed: 'son contenu n’est pas ce que son extension annonce',
  encrypted: 'il est protégé par un mot de passe\u00a0; enregistrez-en une copie sans mot de passe',
  damaged: 'il est abîmé ou incomplet',
  tooLarge: 'il est trop grand (100\u00a0Mo au plus, moins s’il est très dense)',
  tooSlow: 'sa lecture n’en finissait pas\u00a0; enregistrez-le à nouveau depuis le logiciel qui l’a produit',
  tooDeep: 'ses éléments sont imbriqués à l’excès\u00a0; enregistrez-le à nouveau depuis le logiciel qui l’a produit',
  zipBomb: 'il se déploierait hors de toute proportion',
  noText: 'il ne contient aucun texte',
  scanned: 'ses pages sont des images sans texte\u00a0; passez-le d’abord par une reconnaissance de caractères',
  notTranscription: 'ce fichier json n’est pas une transcription',
  columnTwice: 'deux de ses colonnes portent le même nom',
  tooManyColumns: 'il a trop de colonnes (5\u00a0000 au plus)',
};
const reasonsEn: Record<UnreadableReason, string> = {
  empty: 'it is empty',
  binary: 'it is not text',
  formatUnsupported: `this format is not read (formats read: ${FORMATS_READ})`,
  notAsNamed: 'its content is not what its extension says',
  encrypted: 'it is protected by a password; save a copy without one',
  damaged: 'it is damaged or incomplete',
  tooLarge: 'it is too large (100 MB at most, less if it is very dense)',
  tooSlow: 'reading it did not come to an end; save it again from the program it comes from',
  tooDeep: 'its elements are nested to excess; save it again from the program it comes from',
  zipBomb: 'it would unfold out of all proportion',
  noText: 'it holds no text',
  scanned: 'its pages are pictures without text; run it through character recognition first',
  notTranscription: 'this json file is not a transcript',
  columnTwice: 'two of its columns have the same name',
  tooManyColumns: 'it has too many columns (5,000 at most)',
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
  'project.encrypted': () => 'Ce projet est protégé par un mot de passe.',
  'project.none': () => 'Aucun projet n’est ouvert.',
  'project.titleEmpty': () => 'Donnez un titre au projet.',
  'project.nameInvalid': (d) => `Ce nom ne peut pas servir à un fichier${NBSP}: ${fill(d.name)}.`,
  'input.invalid': (d) => `La demande n’est pas conforme${NBSP}: ${fill(d.message)}.`,
  'input.unknownChannel': (d) => `Demande inconnue${NBSP}: ${fill(d.channel)}.`,
  'source.unknown': (d) => `Aucune source ne s’appelle ainsi${NBSP}: ${fill(d.source ?? d.id)}.`,
  'source.unreadable': (d) => `${fill(d.file)} n’a pas été lu${NBSP}: ${reasonsFr[d.reason as UnreadableReason] ?? fill(d.reason)}.`,
  'source.nothingImported': () => 'Aucun fichier n’a pu être importé.',
  'turn.unknown': () => 'Ce passage désigne un tour de parole qui n’existe plus. Sélectionnez-le de nouveau.',
  'turn.outsideWords': () => 'Une correction se fait dans les mots d’un seul tour de parole, pas dans le nom du locuteur ni sur plusieurs tours.',
  'turn.lineBreak': () => 'Une correction ne peut pas contenir de retour à la ligne.',
  'case.unknown': (d) => `Ce cas n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'case.nameTaken': (d) => `Un cas s’appelle déjà « ${fill(d.name)} ».`,
  'participant.unknown': (d) => `Ce participant n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'coder.unknown': (d) => `Ce codeur n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'coder.nameTaken': (d) => `Un codeur s’appelle déjà « ${fill(d.name)} ».`,
  'grid.unknown': (d) => `Cette grille n’existe pas${NBSP}: ${fill(d.grid ?? d.id)}.`,
  'grid.alreadyAdded': (d) => `La grille « ${fill(d.grid)} » est déjà dans le projet.`,
  'grid.inUse': (d) => `La grille « ${fill(d.grid)} » porte ${fill(d.codings)} codage(s)${NBSP}; confirmez pour les retirer avec elle.`,
  'grid.keyTaken': (d) => `Une grille a déjà cet identifiant${NBSP}: ${fill(d.key)}.`,
  'grid.invalidFile': (d) => `Ce fichier n’est pas une grille${NBSP}: ${fill(d.message)}.`,
  'grid.isStance': (d) =>
    `« ${fill(d.grid)} » n’est pas une grille de catégories${NBSP}: c’est une propriété d’un passage dans une cellule, toujours disponible.`,
  'category.unknown': (d) => `Cette catégorie n’existe pas${NBSP}: ${fill(d.path ?? d.id)}.`,
  'category.ambiguous': (d) => `Plusieurs catégories s’appellent ainsi${NBSP}: ${fill(d.path)}. Précisez${NBSP}: ${fill(d.candidates)}.`,
  'category.nameTaken': (d) => `Une catégorie s’appelle déjà « ${fill(d.name)} » à cet endroit.`,
  'category.nameEmpty': () => 'Donnez un nom à la catégorie.',
  'category.inUse': (d) =>
    `« ${fill(d.name)} » et ses sous-catégories portent ${fill(d.codings)} codage(s)${NBSP}; confirmez pour les retirer avec elles.`,
  'category.cycle': (d) => `« ${fill(d.name)} » ne peut pas aller dans elle-même ni dans une de ses sous-catégories.`,
  'category.otherGrid': (d) => `« ${fill(d.name)} » est dans une autre grille.`,
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
  'coding.tableInvalid': (d) => `Le tableau est refusé, rien n’a été codé. ${fill(d.rows)}`,
  'memo.unknown': () => 'Ce mémo n’existe plus.',
  'memo.targetUnknown': () => 'Ce sur quoi porte le mémo n’existe plus.',
  'attribute.unknown': (d) => `Cet attribut n’existe pas${NBSP}: ${fill(d.name ?? d.id)}.`,
  'attribute.targetUnknown': (d) => `Une ligne du tableau ne correspond à rien dans le projet${NBSP}: ${fill(d.name ?? d.id)}.`,
  'attribute.targetAmbiguous': (d) => `Plusieurs participants s’appellent ainsi${NBSP}: ${fill(d.name)}. Ajoutez au tableau une colonne « source ».`,
  'matrix.unknown': () => 'Cette matrice n’existe plus.',
  'matrix.axisInvalid': (d) =>
    `Cet axe n’est pas compris${NBSP}: ${fill(d.axis)}. Exemples${NBSP}: grid:innovation-sociale, grid:outils-de-gestion@1, category:Coordination, case, attribute:Fonction.`,
  'matrix.axisUnknown': (d) => `Cet axe désigne quelque chose qui n’existe pas ou plus${NBSP}: ${fill(d.axis)}. Choisissez-en un autre.`,
  'matrix.axisEmpty': (d) => `L’axe « ${fill(d.axis)} » ne contient rien. Complétez-le ou choisissez-en un autre.`,
  'matrix.tooLarge': (d) =>
    `Cette matrice aurait ${fill(d.cells)} cellules (${fill(d.most)} au plus). Choisissez un niveau plus haut ou moins d’axes.`,
  'matrix.cellUnknown': (d) => `Cette cellule n’existe pas${NBSP}: ${fill(d.key)}.`,
  'matrix.cellAmbiguous': (d) => `Plusieurs choses s’appellent ainsi${NBSP}: ${fill(d.key)}. Précisez${NBSP}: ${fill(d.candidates)}.`,
  'undo.nothing': () => 'Il n’y a rien à annuler.',
  'redo.nothing': () => 'Il n’y a rien à rétablir.',
  'undo.conflict': () => `Cette action ne peut plus être annulée seule${NBSP}: ce qu’elle avait écrit a changé depuis.`,
  'file.notFound': (d) => `Ce fichier n’existe pas${NBSP}: ${fill(d.path)}.`,
  'file.unwritable': (d) => `Impossible d’écrire ici${NBSP}: ${fill(d.path)}. Vérifiez les droits et la place sur le disque.`,
  'file.formatUnknown': (d) => `Ce format n’est pas connu${NBSP}: ${fill(d.format)}. Formats${NBSP}: ${fill(d.known)}.`,
  'job.cancelled': () => `Opération interrompue${NBSP}; rien n’a été écrit.`,
  'serve.portTaken': (d) => `Le port ${fill(d.port)} est déjà pris. Choisissez-en un autre avec --port.`,
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
  'project.encrypted': () => 'This project is protected by a password.',
  'project.none': () => 'No project is open.',
  'project.titleEmpty': () => 'Give the project a title.',
  'project.nameInvalid': (d) => `This name cannot serve for a file: ${fill(d.name)}.`,
  'input.invalid': (d) => `The request is not well formed: ${fill(d.message)}.`,
  'input.unknownChannel': (d) => `Unknown request: ${fill(d.channel)}.`,
  'source.unknown': (d) => `No source has this name: ${fill(d.source ?? d.id)}.`,
  'source.unreadable': (d) => `${fill(d.file)} was not read: ${reasonsEn[d.reason as UnreadableReason] ?? fill(d.reason)}.`,
  'source.nothingImported': () => 'No file could be imported.',
  'turn.unknown': () => 'This passage names a turn that no longer exists. Select it again.',
  'turn.outsideWords': () => 'A correction is made within the words of one turn, not in the speaker’s label nor over several turns.',
  'turn.lineBreak': () => 'A correction cannot contain a line break.',
  'case.unknown': (d) => `This case does not exist: ${fill(d.name ?? d.id)}.`,
  'case.nameTaken': (d) => `A case is already called “${fill(d.name)}”.`,
  'participant.unknown': (d) => `This participant does not exist: ${fill(d.name ?? d.id)}.`,
  'coder.unknown': (d) => `This coder does not exist: ${fill(d.name ?? d.id)}.`,
  'coder.nameTaken': (d) => `A coder is already called “${fill(d.name)}”.`,
  'grid.unknown': (d) => `This grid does not exist: ${fill(d.grid ?? d.id)}.`,
  'grid.alreadyAdded': (d) => `The grid “${fill(d.grid)}” is already in the project.`,
  'grid.inUse': (d) => `The grid “${fill(d.grid)}” carries ${fill(d.codings)} coding(s); confirm to remove them with it.`,
  'grid.keyTaken': (d) => `A grid already has this identifier: ${fill(d.key)}.`,
  'grid.invalidFile': (d) => `This file is not a grid: ${fill(d.message)}.`,
  'grid.isStance': (d) => `“${fill(d.grid)}” is not a grid of categories: it is a property of a passage in a cell, always at hand.`,
  'category.unknown': (d) => `This category does not exist: ${fill(d.path ?? d.id)}.`,
  'category.ambiguous': (d) => `Several categories have this name: ${fill(d.path)}. Say which: ${fill(d.candidates)}.`,
  'category.nameTaken': (d) => `A category is already called “${fill(d.name)}” here.`,
  'category.nameEmpty': () => 'Give the category a name.',
  'category.inUse': (d) => `“${fill(d.name)}” and its subcategories carry ${fill(d.codings)} coding(s); confirm to remove them with it.`,
  'category.cycle': (d) => `“${fill(d.name)}” cannot go into itself or one of its subcategories.`,
  'category.otherGrid': (d) => `“${fill(d.name)}” is in another grid.`,
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
  'coding.tableInvalid': (d) => `The table is refused, nothing was coded. ${fill(d.rows)}`,
  'memo.unknown': () => 'This memo no longer exists.',
  'memo.targetUnknown': () => 'What the memo is on no longer exists.',
  'attribute.unknown': (d) => `This attribute does not exist: ${fill(d.name ?? d.id)}.`,
  'attribute.targetUnknown': (d) => `A row of the table matches nothing in the project: ${fill(d.name ?? d.id)}.`,
  'attribute.targetAmbiguous': (d) => `Several participants have this name: ${fill(d.name)}. Add a “source” column to the table.`,
  'matrix.unknown': () => 'This matrix no longer exists.',
  'matrix.axisInvalid': (d) =>
    `This axis is not understood: ${fill(d.axis)}. Examples: grid:innovation-sociale, grid:outils-de-gestion@1, category:Coordination, case, attribute:Fonction.`,
  'matrix.axisUnknown': (d) => `This axis names something that does not exist (any more): ${fill(d.axis)}. Choose another.`,
  'matrix.axisEmpty': (d) => `The axis “${fill(d.axis)}” holds nothing. Fill it or choose another.`,
  'matrix.tooLarge': (d) => `This matrix would have ${fill(d.cells)} cells (${fill(d.most)} at most). Choose a higher level or fewer axes.`,
  'matrix.cellUnknown': (d) => `This cell does not exist: ${fill(d.key)}.`,
  'matrix.cellAmbiguous': (d) => `Several things have this name: ${fill(d.key)}. Say which: ${fill(d.candidates)}.`,
  'undo.nothing': () => 'There is nothing to undo.',
  'redo.nothing': () => 'There is nothing to redo.',
  'undo.conflict': () => 'This act can no longer be undone alone: what it wrote has changed since.',
  'file.notFound': (d) => `This file does not exist: ${fill(d.path)}.`,
  'file.unwritable': (d) => `Cannot write here: ${fill(d.path)}. Check the permissions and the space on the disk.`,
  'file.formatUnknown': (d) => `This format is not known: ${fill(d.format)}. Formats: ${fill(d.known)}.`,
  'job.cancelled': () => 'Stopped; nothing was written.',
  'serve.portTaken': (d) => `Port ${fill(d.port)} is taken. Choose another with --port.`,
};

export const failureText: Texts<Sentences> = { fr, en };

/** What the window says when the program itself broke: a bug, never the user's doing. */
export const faultText: Texts<string> = {
  fr: 'Trame a rencontré une erreur inattendue. Rien de ce qui était enregistré n’est perdu.',
  en: 'Trame met an unexpected error. Nothing that was saved is lost.',
};
