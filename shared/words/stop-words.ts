// Words that say how a sentence is built and not what it is about: articles, pronouns, prepositions, conjunctions, auxiliaries. Negations
// are none of them: who says « jamais » says something. Written as `tokensOf` cuts words. What speech hesitates with is a list of its own.
import type { Language } from '../domain/project.ts';

const list = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

const FRENCH = list(
  // articles and determiners
  'le la les l un une des du de d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs',
  'quel quelle quels quelles quelque quelques chaque tout toute tous toutes tel telle tels telles certain certaine certains certaines plusieurs',
  'même mêmes autre autres divers diverses différents différentes',
  // pronouns
  'je j tu il elle on nous vous ils elles me m te t se s moi toi lui eux soi y en ça cela ceci c celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci',
  'celui-là celle-là ceux-là celles-là qui que qu quoi dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles',
  "quelqu'un quelqu'une quelques-uns quelques-unes chacun chacune moi-même toi-même lui-même elle-même soi-même nous-mêmes vous-mêmes eux-mêmes",
  'mien mienne miens miennes tien tienne tiens tiennes sien sienne siens siennes nôtre nôtres vôtre vôtres',
  // prepositions
  'à avec chez contre dans depuis derrière dès devant durant en entre envers hors jusque jusqu malgré outre par parmi pendant pour près sans sauf selon',
  'sous sur vers via lors voici voilà afin',
  // conjunctions, and adverbs that do their work
  "et ou mais donc or car si comme quand lorsque lorsqu puisque puisqu quoique quoiqu parce alors ainsi aussi puis ensuite enfin c'est-à-dire",
  'comment pourquoi combien très là ici cependant pourtant toutefois tandis sinon',
  // être and avoir
  'être suis es est sommes êtes sont étais était étions étiez étaient fus fut fûmes fûtes furent serai seras sera serons serez seront',
  'serais serait serions seriez seraient sois soit soyons soyez soient fusse fût fussent étant été',
  'avoir ai as a avons avez ont avais avait avions aviez avaient eus eut eûmes eûtes eurent aurai auras aura aurons aurez auront',
  'aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eusse eût eussent ayant eu eue eues',
);

const ENGLISH = list(
  // articles and determiners
  'a an the this that these those my your his her its our their some any each every all both either such same other another several many much few',
  'which what whose whatever whichever',
  // pronouns
  'i you he she it we they me him us them myself yourself himself herself itself ourselves yourselves themselves mine yours hers ours theirs who whom',
  'somebody someone something anybody anyone anything everybody everyone everything one ones there',
  // prepositions
  'of in to for with on at by from about as into like through after over between out against during without before under around among',
  'towards toward upon within along across behind beyond near off since until till per via onto up down',
  // conjunctions, and adverbs that do their work
  'and or but so yet if because while although though whereas unless whether than when where why how then therefore thus also too very here',
  // be, have, do, and modals
  'be am is are was were been being have has had having do does did doing done will would shall should can could may might must ought',
  "i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll",
  "that's there's who's what's where's here's let's",
);

const FRENCH_FILLERS = list(
  'euh heu hum hmm mmh mhm hein ben bah bon bof beh eh ah oh ouh hé hop ouais mouais oui ok okay voilà quoi enfin bref genre',
  'donc alors après là tiens tenez écoutez écoute dis dites allez disons effectivement',
);

const ENGLISH_FILLERS = list('uh um er erm hmm mm mhm uh-huh ah oh eh yeah yep yes ok okay well right like so anyway actually basically');

export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = { fr: FRENCH, en: ENGLISH };

/** What speech hesitates and keeps contact with. */
export const FILLERS: Readonly<Record<Language, ReadonlySet<string>>> = { fr: FRENCH_FILLERS, en: ENGLISH_FILLERS };

/** A project's own decision about one word. */
export interface StopWordDifference {
  readonly word: string;
  readonly isStopped: boolean;
}

export interface StopWordChoice {
  readonly language: Language;
  readonly withFillers: boolean;
  readonly differences: readonly StopWordDifference[];
}

/** The words that counts leave out. */
export function stoppedWords({ language, withFillers, differences }: StopWordChoice): ReadonlySet<string> {
  const stopped = new Set([...STOP_WORDS[language], ...(withFillers ? FILLERS[language] : [])]);
  for (const { word, isStopped } of differences) {
    if (isStopped) stopped.add(word);
    else stopped.delete(word);
  }
  return stopped;
}

/** Whether a word is on the lists that ship, without anybody's decision. */
export function isStoppedAsShipped(word: string, language: Language): boolean {
  return STOP_WORDS[language].has(word) || FILLERS[language].has(word);
}
