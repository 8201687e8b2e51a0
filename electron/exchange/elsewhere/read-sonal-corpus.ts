// A corpus of Sonal Pi (.crp): JSON that holds the categories and names the interviews, which lie beside it as .sonal pages with their codings.
// After the formats' description in the program's public repository (docs/FORMATS.md, 2026). Sonal 2 wrote other files under this extension.
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { MOST_FILE_BYTES } from '../../../shared/domain/readable-formats.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { readSonal } from '../reading/read-sonal.ts';
import type { SonalSegment } from '../reading/read-sonal.ts';
import { textOfSegments } from '../reading/spoken-segments.ts';
import type { ReadCode, ReadSelection } from '../refi/read-project.ts';
import { ForeignStudyMaker, aCode, aCoding, aSelection } from './foreign-study.ts';
import type { ForeignStudy } from './foreign-study.ts';

const words = z.coerce.string().catch('');
const corpus = z.looseObject({
  tabThm: z.array(z.looseObject({ code: words, nom: words, couleur: words, rang: words })),
  tabEnt: z.array(z.looseObject({ nom: words, notes: words, rtrPath: words })),
});
type SonalCorpus = z.infer<typeof corpus>;

function corpusIn(path: string): SonalCorpus {
  const file = basename(path);
  if (statSync(path).size > MOST_FILE_BYTES) throw unreadable(file, 'tooLarge');
  try {
    return corpus.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw Object.assign(unreadable(file, 'formatUnsupported'), { cause });
  }
}

/** Categories stand in the order of their tree, each with its depth. */
function bringCategories(categories: SonalCorpus['tabThm'], maker: ForeignStudyMaker): void {
  const line: string[] = [];
  const codes = categories.map(({ code, nom, couleur, rang }): ReadCode => {
    const depth = Math.min(Math.max(0, Number.parseInt(rang, 10) || 0), line.length);
    line.length = depth;
    const parent = line.at(-1) ?? null;
    line.push(code);
    return aCode({ guid: code, name: nom.trim() || code, parent, color: /^#[0-9a-f]{6}$/i.test(couleur) ? couleur : undefined });
  });
  maker.codes(codes);
}

/** Where an offset in a segment's words is once its white space is single spaces. */
function onOneLine(raw: string, offset: number): number {
  return raw.slice(0, offset).replace(/\s+/gu, ' ').trimStart().length;
}

interface Stretch {
  readonly start: number;
  end: number;
}

/** Words coded alike one after the other are one stretch, over turns too; a remark is on its own words. */
function selectionsIn(segments: readonly SonalSegment[], text: string, maker: ForeignStudyMaker): ReadSelection[] {
  const stretches: { code: string; stretch: Stretch }[] = [];
  const remarks: ReadSelection[] = [];
  let going = new Map<string, Stretch>();
  let at = 0;
  for (const segment of segments) {
    const { text: lineText, turns } = textOfSegments([segment]);
    const body = at + (turns[0]?.bodyStart ?? 0);
    for (const { from, to, codes, remark, author } of segment.fragments) {
      const place = trimmed(text, body + onOneLine(segment.words, from), Math.min(at + lineText.length, body + onOneLine(segment.words, to)));
      if (!place) continue;
      const next = new Map<string, Stretch>();
      for (const code of codes) {
        const known = going.get(code);
        const stretch = known ?? { ...place };
        if (known) known.end = place.end;
        else stretches.push({ code, stretch });
        next.set(code, stretch);
      }
      going = next;
      if (remark !== '') remarks.push(remarked(place, remark, author, maker));
    }
    at += lineText.length;
  }
  return [...stretches.map(({ code, stretch }) => aSelection({ ...stretch, codings: [aCoding({ code })] })), ...remarks];
}

function remarked({ start, end }: Stretch, remark: string, author: string, maker: ForeignStudyMaker): ReadSelection {
  const user = maker.user(author);
  const note = maker.note(`remark ${maker.read.notes.length}`, '', remark, { user: author, at: null });
  return aSelection({ start, end, user, notes: [note] });
}

function trimmed(text: string, start: number, end: number): Stretch | null {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  const to = from + inside.trim().length;
  return from < to ? { start: from, end: to } : null;
}

/** The interview's page, by its name alone: it lies beside the corpus and nowhere else. Null where it does not. */
function pageBeside(path: string, name: string): Buffer | null {
  const page = join(dirname(path), basename(name.replaceAll('\\', '/')));
  const size = statSync(page, { throwIfNoEntry: false })?.size;
  return name === '' || size === undefined || size > MOST_FILE_BYTES ? null : readFileSync(page);
}

/** Refuses (`source.unreadable`) what is no corpus of Sonal Pi. An interview whose page is missing comes without its text. */
export function readSonalCorpus(path: string): ForeignStudy {
  const { tabThm, tabEnt } = corpusIn(path);
  const maker = new ForeignStudyMaker('Sonal Pi', basename(path).replace(/\.crp$/i, ''));
  bringCategories(tabThm, maker);
  tabEnt.forEach(({ nom, notes, rtrPath }, index) => {
    const guid = `interview ${index}`;
    const page = pageBeside(path, rtrPath);
    const segments = page ? readSonal(page, basename(rtrPath)) : [];
    const { text } = textOfSegments(segments);
    maker.source({
      guid,
      name: nom.trim() || basename(rtrPath).replace(/\.sonal$/i, ''),
      path: text === '' ? '' : maker.text(guid, text),
      selections: selectionsIn(segments, text, maker),
      notes: notes.trim() === '' ? [] : [maker.note(`notes ${index}`, '', notes.trim(), { user: '', at: null })],
    });
  });
  return maker.study();
}
