// Why a file was not read, as the end of a sentence.
import type { UnreadableReason } from '../domain/unreadable.ts';
import type { Texts } from './text.ts';

const FORMATS_READ = 'docx, odt, rtf, doc, pdf, html, epub, md, txt, srt, vtt, json, sonal';

const fr: Record<UnreadableReason, string> = {
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
  pathsOutside: 'des chemins de cette archive mènent hors d’elle',
  xmlInvalid: 'son XML est mal formé',
  xmlDoctype: 'son XML déclare un type de document, ce que Trame ne suit pas',
  notRefi: 'il ne contient pas de projet au format REFI-QDA',
};
const en: Record<UnreadableReason, string> = {
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
  pathsOutside: 'paths in this archive lead out of it',
  xmlInvalid: 'its XML is malformed',
  xmlDoctype: 'its XML declares a document type, which Trame does not follow',
  notRefi: 'it holds no project in the REFI-QDA format',
};

export const unreadableReasons: Texts<typeof fr> = { fr, en };
