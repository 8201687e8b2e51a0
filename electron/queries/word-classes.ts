// The corpus in classes of segments that share their words (Reinert), each class with its words, its passages, and where it is found.
import type { ClassPart, ClassWord, ClassesSetting, WordClass, WordClasses } from '../../shared/domain/words.ts';
import { signedChiSquare, SIGNIFICANT } from '../../shared/statistics/chi-square-association.ts';
import { agreedClasses, classifyTexts } from '../../shared/statistics/descending-classification.ts';
import type { Classification, ClassificationSetting } from '../../shared/statistics/descending-classification.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { formsLeftOut } from './stop-words.ts';
import { stretchesOf } from './stretches.ts';
import type { Stretches } from './stretches.ts';
import { readPartition } from './word-parts.ts';
import { placeOf, WordPlacer } from './word-places.ts';
import { assertGoingOn, breath, readWordStore, UNWATCHED } from './word-store.ts';
import type { Watch, WordStore } from './word-store.ts';

/** As published: forms that fewer segments hold cut nothing further, nor do forms of the other side. */
const PRUNING = { leastTexts: 3, mostContingency: 0.3 };
const LEAST_MEMBERS = 5;
/** Forms beyond the commonest are too many to compute with, and too rare to matter. */
const MOST_FORMS = 5000;
/** Short segments are joined to their neighbours until they hold so many active forms; a double classification joins them in two ways. */
const FEWEST_FORMS = 10;
const GRAINS = [FEWEST_FORMS, 15] as const;
const FEWEST_SEGMENTS = 10;
const [MOST_WORDS, MOST_ABSENT, MOST_PASSAGES, MOST_PARTS] = [60, 20, 12, 40];

/** Segments by their active stems (each once), and what the stems are called. */
interface Segments {
  readonly stretches: Stretches;
  readonly texts: readonly Int32Array[];
  readonly names: readonly string[];
}

function activeStems(project: Project, store: WordStore, stretches: Stretches, { leastCount, withFillers }: ClassesSetting) {
  const { dictionary, sources } = store;
  const isLeftOut = formsLeftOut(project, dictionary, { withFillers, keepsStopWords: false });
  const byForm = new Float64Array(dictionary.forms.length);
  for (let segment = 0; segment < stretches.count; segment += 1) {
    const forms = sources[stretches.sources[segment] ?? 0]?.forms ?? new Uint32Array();
    for (let at = stretches.from[segment] ?? 0; at < (stretches.to[segment] ?? 0); at += 1) {
      const form = forms[at] ?? 0;
      if (isLeftOut[form] === 0) byForm[form] = (byForm[form] ?? 0) + 1;
    }
  }
  const [counts, best] = [new Float64Array(dictionary.stems.length), new Int32Array(dictionary.stems.length).fill(-1)];
  byForm.forEach((count, form) => {
    const stem = dictionary.stemOfForm[form] ?? 0;
    counts[stem] = (counts[stem] ?? 0) + count;
    if (count > (byForm[best[stem] ?? -1] ?? 0)) best[stem] = form;
  });
  const active = Array.from(counts.keys())
    .filter((stem) => (counts[stem] ?? 0) >= leastCount)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, MOST_FORMS);
  const numbers = new Int32Array(dictionary.stems.length).fill(-1);
  active.forEach((stem, at) => {
    numbers[stem] = at;
  });
  return { isLeftOut, numbers, names: active.map((stem) => dictionary.forms[best[stem] ?? 0] ?? '') };
}

function readSegments(project: Project, store: WordStore, setting: ClassesSetting): Segments {
  const stretches = stretchesOf(store, { words: setting.segmentWords, withInterviewers: setting.withInterviewers });
  const { isLeftOut, numbers, names } = activeStems(project, store, stretches, setting);
  const texts = Array.from({ length: stretches.count }, (_, segment) => {
    const forms = store.sources[stretches.sources[segment] ?? 0]?.forms ?? new Uint32Array();
    const own = new Set<number>();
    for (let at = stretches.from[segment] ?? 0; at < (stretches.to[segment] ?? 0); at += 1) {
      const form = forms[at] ?? 0;
      const number = isLeftOut[form] === 1 ? -1 : (numbers[store.dictionary.stemOfForm[form] ?? 0] ?? -1);
      if (number >= 0) own.add(number);
    }
    return Int32Array.from(own).sort();
  });
  return { stretches, texts, names };
}

/** Runs long work in pieces, so that others are answered in between. */
async function inPieces<T>(project: Project, work: Generator<void, T>, watch: Watch, step: number, steps: number): Promise<T> {
  let answered = performance.now();
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    if (performance.now() - answered < 30) continue;
    watch.onProgress(step, steps, '');
    await breath();
    assertGoingOn(project, watch);
    answered = performance.now();
  }
}

/** Neighbouring segments of one source joined until each has so many active forms; of each segment the joined one that it is in. */
function joined({ texts, stretches }: Segments, fewest: number): { texts: Int32Array[]; of: Int32Array } {
  const [groups, of]: [Set<number>[], Int32Array] = [[], new Int32Array(texts.length)];
  let lastSource = -1;
  texts.forEach((text, segment) => {
    const source = stretches.sources[segment] ?? 0;
    const open = groups.at(-1);
    if (!open || source !== lastSource || open.size >= fewest) groups.push(new Set(text));
    else for (const form of text) open.add(form);
    lastSource = source;
    of[segment] = groups.length - 1;
  });
  return { texts: groups.map((group) => Int32Array.from(group).sort()), of };
}

async function classify(project: Project, segments: Segments, setting: ClassesSetting, watch: Watch): Promise<Classification | null> {
  const forms = segments.names.length;
  const cut: ClassificationSetting = { classes: setting.classes, leastMembers: LEAST_MEMBERS, ...PRUNING };
  const found: Classification[] = [];
  const grains = setting.isDouble ? GRAINS : [FEWEST_FORMS];
  for (const [at, fewest] of grains.entries()) {
    const { texts, of } = joined(segments, fewest);
    const classification = await inPieces(project, classifyTexts({ texts, forms }, cut), watch, at + 1, grains.length + 1);
    if (!classification) return null;
    found.push({ ...classification, classes: of.map((whole) => classification.classes[whole] ?? -1) });
  }
  const [one, other] = found;
  if (!one || !setting.isDouble) return one ?? null;
  return other ? agreedClasses(one, other, LEAST_MEMBERS) : null;
}

interface Trait {
  readonly inClass: Float64Array;
  classified: number;
}

/** By trait, how many segments of each class have it. */
function traitCounts(classification: Classification, traitsOf: (segment: number) => Iterable<number>, traits: number): Trait[] {
  const counts = Array.from({ length: traits }, (): Trait => ({ inClass: new Float64Array(classification.count), classified: 0 }));
  classification.classes.forEach((own, segment) => {
    if (own < 0) return;
    for (const trait of traitsOf(segment)) {
      const count = counts[trait];
      if (!count) continue;
      count.classified += 1;
      count.inClass[own] = (count.inClass[own] ?? 0) + 1;
    }
  });
  return counts;
}

interface Sizes {
  readonly all: number;
  readonly ofClass: readonly number[];
}

/** Traits that go with a class, or avoid it, more than chance would have it; strongest first. */
function associated(
  counts: readonly Trait[],
  names: readonly string[],
  own: number,
  { all, ofClass }: Sizes,
): (ClassWord & { readonly trait: number })[] {
  return counts
    .flatMap(({ inClass, classified }, trait) => {
      const both = inClass[own] ?? 0;
      const chiSquare = signedChiSquare({ all, inGroup: ofClass[own] ?? 0, withTrait: classified, both });
      return isUndefined(chiSquare) || Math.abs(chiSquare) < SIGNIFICANT
        ? []
        : [{ word: names[trait] ?? '', inClass: both, classified, chiSquare, trait }];
    })
    .sort((a, b) => Math.abs(b.chiSquare) - Math.abs(a.chiSquare) || a.word.localeCompare(b.word, 'fr'));
}

/** The segments of a class that hold most of what is typical of it. */
function typicalSegments(segments: Segments, { classes }: Classification, own: number, words: readonly { chiSquare: number; trait: number }[]) {
  const weights = new Float64Array(segments.names.length);
  for (const { trait, chiSquare } of words) weights[trait] = Math.max(0, chiSquare);
  return Array.from(classes.keys())
    .filter((segment) => classes[segment] === own)
    .map((segment) => ({ segment, score: (segments.texts[segment] ?? new Int32Array()).reduce((sum, form) => sum + (weights[form] ?? 0), 0) }))
    .sort((a, b) => b.score - a.score || a.segment - b.segment)
    .slice(0, MOST_PASSAGES);
}

const plain = ({ word, inClass, classified, chiSquare }: ClassWord): ClassWord => ({ word, inClass, classified, chiSquare });

/** `tooFewUnits` under ten segments; `noVariation` where nothing can be cut, or two classifications agree on nothing. */
export async function readWordClasses(project: Project, setting: ClassesSetting, watch: Watch = UNWATCHED): Promise<WordClasses | Undefined> {
  const store = await readWordStore(project, watch);
  const segments = readSegments(project, store, setting);
  const { stretches, names } = segments;
  if (stretches.count === 0) return undefinedFor('empty');
  if (stretches.count < FEWEST_SEGMENTS) return undefinedFor('tooFewUnits');
  if (names.length < 2) return undefinedFor('tooFewWords');
  const classification = await classify(project, segments, setting, watch);
  if (!classification) return undefinedFor('noVariation');
  const { classes, count } = classification;
  const ofClass = Array.from({ length: count }, (_, own) => classes.reduce((sum, each) => sum + (each === own ? 1 : 0), 0));
  const sizes: Sizes = { all: ofClass.reduce((sum, size) => sum + size, 0), ofClass };
  const wordCounts = traitCounts(classification, (segment) => segments.texts[segment] ?? [], names.length);
  const partition = readPartition(project, setting.by);
  const partsOf = store.sources.map((source) => partition.of(source));
  const partCounts = traitCounts(
    classification,
    (segment) => {
      const place = stretches.sources[segment] ?? 0;
      const source = store.sources[place];
      return source ? (partsOf[place]?.(placeOf(source.turnStarts, stretches.from[segment] ?? 0)) ?? []) : [];
    },
    partition.keys.length,
  );
  const placer = new WordPlacer(project, store.dictionary);
  const described = ofClass.map((size, own): WordClass => {
    const words = associated(wordCounts, names, own, sizes);
    const parts = setting.by.kind === 'none' ? [] : associated(partCounts, partition.labels, own, sizes);
    const passages = typicalSegments(segments, classification, own, words).flatMap(({ segment, score }) => {
      const source = store.sources[stretches.sources[segment] ?? 0];
      const placed = source && placer.placed({ source, from: stretches.from[segment] ?? 0, to: stretches.to[segment] ?? 0 });
      return placed ? [{ ...placed, score }] : [];
    });
    return {
      segments: size,
      words: words
        .filter(({ chiSquare }) => chiSquare > 0)
        .slice(0, MOST_WORDS)
        .map(plain),
      absent: words
        .filter(({ chiSquare }) => chiSquare < 0)
        .slice(0, MOST_ABSENT)
        .map(plain),
      parts: parts.slice(0, MOST_PARTS).map((part): ClassPart => ({ ...plain(part), key: partition.keys[part.trait] ?? '' })),
      passages,
    };
  });
  return { tree: classification.tree, classes: described, segments: stretches.count, unclassified: stretches.count - sizes.all, forms: names.length };
}
