// Sentences of the refusals of typed links and concept maps.
import type { FailureData } from '../domain/failure.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

type Code =
  | 'typedLink.unknown'
  | 'typedLink.toItself'
  | 'typedLink.exists'
  | 'linkType.unknown'
  | 'linkType.nameTaken'
  | 'linkType.inUse'
  | 'linkType.bothWays'
  | 'conceptMap.unknown'
  | 'conceptMap.nameTaken';

export const linkFailures: Texts<Record<Code, (data: FailureData) => string>> = {
  fr: {
    'typedLink.unknown': () => 'Ce lien n’existe plus.',
    'typedLink.toItself': () => 'Un lien va d’une chose à une autre : choisissez deux bouts différents.',
    'typedLink.exists': () => 'Ce lien existe déjà. Complétez sa note ou ses passages.',
    'linkType.unknown': () => 'Ce type de lien n’existe plus.',
    'linkType.nameTaken': (d) => `Un type de lien s’appelle déjà « ${String(d.name)} ». Choisissez un autre nom.`,
    'linkType.inUse': (d) =>
      `« ${String(d.name)} » sert à ${plural('fr', Number(d.links), 'lien', 'liens')}. Supprimez-les avec lui, ou donnez-leur un autre type.`,
    'linkType.bothWays': () =>
      'Des liens de ce type vont dans les deux sens entre les mêmes bouts : sans direction, ils diraient deux fois la même chose.',
    'conceptMap.unknown': () => 'Cette carte n’existe plus.',
    'conceptMap.nameTaken': (d) => `Une carte s’appelle déjà « ${String(d.name)} ». Choisissez un autre nom.`,
  },
  en: {
    'typedLink.unknown': () => 'This link no longer exists.',
    'typedLink.toItself': () => 'A link leads from one thing to another: choose two different ends.',
    'typedLink.exists': () => 'This link exists already. Complete its note or its passages.',
    'linkType.unknown': () => 'This type of link no longer exists.',
    'linkType.nameTaken': (d) => `A type of link is already called “${String(d.name)}”. Choose another name.`,
    'linkType.inUse': (d) =>
      `“${String(d.name)}” serves ${plural('en', Number(d.links), 'link', 'links')}. Delete them with it, or give them another type.`,
    'linkType.bothWays': () => 'Links of this type lead both ways between the same ends: without a direction they would say the same thing twice.',
    'conceptMap.unknown': () => 'This map no longer exists.',
    'conceptMap.nameTaken': (d) => `A map is already called “${String(d.name)}”. Choose another name.`,
  },
};
