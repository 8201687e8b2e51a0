// What each command did, in words: after « Annuler : » and in the history. Lower case, no full stop.
import type { CommandSubject } from '../domain/project.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

type Sentence = (subject: CommandSubject) => string;

const name = (subject: CommandSubject): string => String(subject.name ?? '');
const count = (subject: CommandSubject): number => Number(subject.count ?? 0);
const paragraph = (subject: CommandSubject): string => (subject.number === undefined ? '' : `, §${subject.number}`);
const codings = (subject: CommandSubject): number => Number(subject.codings ?? 0);

const withCodingsFr = (s: CommandSubject): string => (codings(s) > 0 ? ` et de ${plural('fr', codings(s), 'codage', 'codages')}` : '');
const withCodingsEn = (s: CommandSubject): string => (codings(s) > 0 ? ` and of ${plural('en', codings(s), 'coding', 'codings')}` : '');

const fr = {
  'project.create': (s) => `création du projet « ${name(s)} »`,
  'project.update': (s) => `fiche du projet « ${name(s)} »`,
  'source.import': (s) => (count(s) === 1 ? `import de « ${name(s)} »` : `import de ${plural('fr', count(s), 'source', 'sources')}`),
  'source.update': (s) => `fiche de « ${name(s)} »`,
  'source.remove': (s) => `suppression de « ${name(s)} »${withCodingsFr(s)}`,
  'source.editTurn': (s) => `correction de « ${name(s)} »${paragraph(s)}`,
  'case.create': (s) => `création du cas « ${name(s)} »`,
  'case.rename': (s) => `cas renommé en « ${name(s)} »`,
  'case.remove': (s) => `suppression du cas « ${name(s)} »`,
  'participant.update': (s) => `fiche de « ${name(s)} »`,
  'participant.merge': (s) => `fusion de « ${name(s)} » dans « ${s.into ?? ''} »`,
  'attribute.create': (s) => `attribut « ${name(s)} »`,
  'attribute.remove': (s) => `suppression de l’attribut « ${name(s)} »`,
  'attribute.setValue': (s) => `valeur de l’attribut « ${name(s)} »`,
  'attribute.setValues': (s) => plural('fr', count(s), 'valeur d’attribut', 'valeurs d’attributs'),
  'attribute.applyTable': (s) => `attributs repris d’un tableau (${plural('fr', count(s), 'ligne', 'lignes')})`,
  'coder.create': (s) => `ajout du codeur « ${name(s)} »`,
  'coder.update': (s) => `fiche du codeur « ${name(s)} »`,
  'grid.add': (s) => `ajout de la grille « ${name(s)} »`,
  'grid.create': (s) => `création de la grille « ${name(s)} »`,
  'grid.update': (s) => `fiche de la grille « ${name(s)} »`,
  'grid.remove': (s) => `suppression de la grille « ${name(s)} »${withCodingsFr(s)}`,
  'category.create': (s) => `création de la catégorie « ${name(s)} »`,
  'category.update': (s) => (s.newName === undefined ? `fiche de la catégorie « ${name(s)} »` : `« ${name(s)} » renommée en « ${s.newName} »`),
  'category.move': (s) => `déplacement de « ${name(s)} »`,
  'category.merge': (s) => `fusion de « ${name(s)} » dans « ${s.into ?? ''} »`,
  'category.remove': (s) => `suppression de « ${name(s)} »${withCodingsFr(s)}`,
  'coding.apply': (s) => `application de « ${name(s)} »`,
  'coding.applyNew': (s) => `création et application de « ${name(s)} »`,
  'coding.applyTable': (s) => `codages repris d’un tableau (${plural('fr', count(s), 'ligne', 'lignes')})`,
  'coding.remove': (s) => `retrait de « ${name(s)} »`,
  'coding.update': (s) => `posture ou poids de « ${name(s)} »`,
  'passage.resize': () => 'bornes d’un passage',
  'memo.write': (s) => `mémo « ${name(s)} »`,
  'memo.remove': (s) => `suppression du mémo « ${name(s)} »`,
  'matrix.save': (s) => `matrice « ${name(s)} »`,
  'matrix.remove': (s) => `suppression de la matrice « ${name(s)} »`,
  'cell.writeSynthesis': (s) => (name(s) ? `synthèse « ${name(s)}… »` : 'effacement d’une synthèse'),
  'cell.setStance': () => 'posture d’un passage dans une cellule',
} satisfies Record<string, Sentence>;

const en: Record<keyof typeof fr, Sentence> = {
  'project.create': (s) => `creation of the project “${name(s)}”`,
  'project.update': (s) => `card of the project “${name(s)}”`,
  'source.import': (s) => (count(s) === 1 ? `import of “${name(s)}”` : `import of ${plural('en', count(s), 'source', 'sources')}`),
  'source.update': (s) => `card of “${name(s)}”`,
  'source.remove': (s) => `removal of “${name(s)}”${withCodingsEn(s)}`,
  'source.editTurn': (s) => `correction of “${name(s)}”${paragraph(s)}`,
  'case.create': (s) => `creation of the case “${name(s)}”`,
  'case.rename': (s) => `case renamed “${name(s)}”`,
  'case.remove': (s) => `removal of the case “${name(s)}”`,
  'participant.update': (s) => `card of “${name(s)}”`,
  'participant.merge': (s) => `merge of “${name(s)}” into “${s.into ?? ''}”`,
  'attribute.create': (s) => `attribute “${name(s)}”`,
  'attribute.remove': (s) => `removal of the attribute “${name(s)}”`,
  'attribute.setValue': (s) => `value of the attribute “${name(s)}”`,
  'attribute.setValues': (s) => plural('en', count(s), 'attribute value', 'attribute values'),
  'attribute.applyTable': (s) => `attributes taken from a table (${plural('en', count(s), 'row', 'rows')})`,
  'coder.create': (s) => `addition of the coder “${name(s)}”`,
  'coder.update': (s) => `card of the coder “${name(s)}”`,
  'grid.add': (s) => `addition of the grid “${name(s)}”`,
  'grid.create': (s) => `creation of the grid “${name(s)}”`,
  'grid.update': (s) => `card of the grid “${name(s)}”`,
  'grid.remove': (s) => `removal of the grid “${name(s)}”${withCodingsEn(s)}`,
  'category.create': (s) => `creation of the category “${name(s)}”`,
  'category.update': (s) => (s.newName === undefined ? `card of the category “${name(s)}”` : `“${name(s)}” renamed “${s.newName}”`),
  'category.move': (s) => `move of “${name(s)}”`,
  'category.merge': (s) => `merge of “${name(s)}” into “${s.into ?? ''}”`,
  'category.remove': (s) => `removal of “${name(s)}”${withCodingsEn(s)}`,
  'coding.apply': (s) => `application of “${name(s)}”`,
  'coding.applyNew': (s) => `creation and application of “${name(s)}”`,
  'coding.applyTable': (s) => `codings taken from a table (${plural('en', count(s), 'row', 'rows')})`,
  'coding.remove': (s) => `withdrawal of “${name(s)}”`,
  'coding.update': (s) => `stance or weight of “${name(s)}”`,
  'passage.resize': () => 'ends of a passage',
  'memo.write': (s) => `memo “${name(s)}”`,
  'memo.remove': (s) => `removal of the memo “${name(s)}”`,
  'matrix.save': (s) => `matrix “${name(s)}”`,
  'matrix.remove': (s) => `removal of the matrix “${name(s)}”`,
  'cell.writeSynthesis': (s) => (name(s) ? `synthesis “${name(s)}…”` : 'erasure of a synthesis'),
  'cell.setStance': () => 'stance of a passage in a cell',
};

export type CommandName = keyof typeof fr;
export const commandText: Texts<Record<CommandName, Sentence>> = { fr, en };
