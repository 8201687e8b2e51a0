// Questions as they are written in a guide, and as they are said: what is found again, and what is left alone.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROPOSED_FROM, QuestionMatcher, proposeQuestions } from '../../../shared/domain/question-match.ts';

const GUIDE = {
  arrivee: 'Comment êtes-vous arrivé dans ce pôle et quel est votre parcours ?',
  definition: 'Comment définiriez-vous le pôle à quelqu’un qui ne le connaît pas ?',
  decisions: 'Comment sont prises les décisions au sein du conseil d’administration ?',
  route: 'Comment la feuille de route a-t-elle été élaborée et qui y a participé ?',
  region: 'Quelles sont vos relations avec la Région et les autres financeurs publics ?',
  besoins: 'À quels besoins sociaux du territoire le pôle répond-il ?',
  ancrage: 'Que signifie pour vous l’ancrage dans le territoire ?',
  resultats: 'Comment évaluez-vous les résultats de vos actions ?',
  difficultes: 'Quelles difficultés rencontrez-vous ?',
  concurrents: 'Comment travaillez-vous avec vos concurrents ?',
  rencontres: 'Quel rôle jouent les rencontres d’affaires et les salons ?',
  adhesion: 'Pourquoi avez-vous adhéré au pôle ?',
  propriete: 'Comment gérez-vous la propriété intellectuelle des résultats ?',
  avenir: 'Comment voyez-vous l’avenir du pôle ?',
  suite: 'Et ensuite ?',
} as const;
type Key = keyof typeof GUIDE;
const matcher = new QuestionMatcher(Object.entries(GUIDE).map(([id, text]) => ({ id: id as Key, text })));

const proposed = (words: string): Key | null => proposeQuestions(matcher, [{ id: 't', words }])[0]?.questionId ?? null;

describe('a question of the guide is found again', () => {
  it.each<[Key, string]>([
    ['arrivee', 'Pour commencer, racontez-moi comment vous êtes arrivée au pôle.'],
    ['arrivee', 'Alors euh votre parcours, comment vous êtes arrivé là ?'],
    ['definition', 'Et si vous deviez définir le pôle pour quelqu’un qui ne connaît pas du tout ?'],
    ['decisions', 'Les décisions, elles se prennent comment au conseil ?'],
    ['decisions', 'Qui décide vraiment, au conseil d’administration ?'],
    ['route', 'Au téléphone, vous m’aviez parlé de la feuille de route. Comment s’écrit-elle ?'],
    ['route', 'Et la feuille de route ?'],
    ['region', 'La Région, justement, les financeurs, quelles relations vous avez avec eux ?'],
    ['besoins', 'Diriez-vous que le pôle répond à des besoins des gens qui vivent ici ?'],
    ['ancrage', 'L’ancrage territorial, ça signifie quoi pour vous ?'],
    ['resultats', 'Comment est-ce que vous évaluez tout ça, les résultats ?'],
    ['difficultes', 'Est-ce qu’il y a des difficultés que vous avez rencontrées ?'],
    ['concurrents', 'VOUS TRAVAILLEZ AVEC VOS CONCURRENTS ?'],
    ['rencontres', 'Et les rencontres d’affaires ?'],
    ['adhesion', 'Et pourquoi vous avez adhéré ?'],
    ['propriete', 'Comment réglez-vous la question de la propriété des résultats ?'],
    ['avenir', 'Et l’avenir du pôle, vous le voyez comment ?'],
    ['suite', 'Et ensuite ?'],
  ])('%s: « %s »', (key, words) => {
    expect(proposed(words)).toBe(key);
  });

  it('in a long turn, where it is asked at the end', () => {
    const words =
      'D’accord, merci. On m’a beaucoup raconté cette histoire, l’année où le bâtiment a brûlé, les réunions du soir, les dossiers refaits trois fois, ' +
      'et j’imagine que pour une petite équipe ce n’était pas simple. Je voudrais changer de sujet. Comment la feuille de route a été élaborée, alors ?';
    expect(proposed(words)).toBe('route');
  });

  it('whatever the accents, the ligatures and the apostrophes', () => {
    const [œuvre] = new QuestionMatcher([{ id: 'q', text: 'Comment mettez-vous en œuvre l’évaluation ?' }]).scores(
      "comment mettez vous en oeuvre l'evaluation",
    );
    expect(œuvre?.score).toBe(1);
  });
});

describe('is not found', () => {
  it.each([
    'Et ensuite, vous êtes partis ?',
    'Pourquoi ?',
    'Comment cela ?',
    'C’est-à-dire ?',
    'D’accord. Et vous, vous en pensez quoi ?',
    'Vous pouvez me donner un exemple ?',
    'Comment s’appelait ce collègue ?',
    'À quel moment le pôle intervient-il ?',
    'Qu’est-ce qui vous a fait revenir ?',
    'Comment fonctionnent les groupes de travail ?',
    'Vous y allez quand vous voulez ?',
    'Quelle place pour les petites entreprises ?',
    'Merci beaucoup pour votre temps.',
    '',
    '…',
    '😀',
  ])('in « %s »', (words) => {
    expect(proposed(words)).toBeNull();
  });
});

it('the surest come first, one question per turn, and a refused one leaves its place to the next', () => {
  const turns = [
    { id: 'a', words: 'Et la feuille de route ?' },
    { id: 'b', words: 'Pourquoi avez-vous adhéré au pôle ?' },
    { id: 'c', words: 'L’avenir du pôle, les difficultés que vous rencontrez ?' },
  ];
  const all = proposeQuestions(matcher, turns);
  expect(all.map(({ turnId }) => turnId).toSorted()).toEqual(['a', 'b', 'c']);
  expect(all[0]).toMatchObject({ turnId: 'b', questionId: 'adhesion', score: 1 });
  expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((x, y) => y - x));
  const first = all.find(({ turnId }) => turnId === 'c')?.questionId;
  const second = proposeQuestions(matcher, turns, (question, turn) => turn === 'c' && question === first).find(({ turnId }) => turnId === 'c');
  expect(new Set([first, second?.questionId])).toEqual(new Set(['avenir', 'difficultes']));
  expect(proposeQuestions(matcher, turns)).toEqual(all);
});

it('a word that the whole guide is about says little', () => {
  const texts = ['Le pôle et vous ?', 'Le pôle et l’emploi ?', 'Le pôle et les élus ?', 'Le pôle et la recherche ?'];
  const ofPoles = new QuestionMatcher(texts.map((text, at) => ({ id: String(at), text })));
  expect(proposeQuestions(ofPoles, [{ id: 't', words: 'Vous connaissez le pôle depuis longtemps ?' }])).toEqual([]);
  expect(proposeQuestions(ofPoles, [{ id: 't', words: 'Et pour l’emploi, le pôle ?' }])[0]?.questionId).toBe('1');
});

const CORPORA = resolve(import.meta.dirname, '../../../../shared/corpora');

it.skipIf(!existsSync(CORPORA))('real conversations that know nothing of the guide raise few false alarms', () => {
  const lines = ['rhapsodie', 'paris-stories'].flatMap((folder) =>
    readdirSync(join(CORPORA, folder))
      .filter((name) => name.endsWith('.txt') && name !== 'LICENSE.txt')
      .flatMap((name) => readFileSync(join(CORPORA, folder, name), 'utf8').split('\n'))
      .map((line) => line.replace(/^\S{1,4} : /, '').trim())
      .filter(Boolean),
  );
  expect(lines.length).toBeGreaterThan(1000);
  const turns = lines.map((words, at) => ({ id: String(at), words }));
  const asked = turns.filter(({ words }) => words.endsWith('?'));
  expect(asked.length).toBeGreaterThan(100);
  expect(proposeQuestions(matcher, asked).length).toBeLessThan(asked.length * 0.02);
  expect(proposeQuestions(matcher, turns).length).toBeLessThan(turns.length * 0.01);
  expect(PROPOSED_FROM).toBeLessThan(0.5);
});
