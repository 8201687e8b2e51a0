// Reads what a search found page by page: in the corpus's order, or sorted by the words found or beside them.
import { Refusal } from '../../shared/domain/failure.ts';
import { MOST_SORTED } from '../../shared/domain/search.ts';
import type { HitsPage, NoSearch, SearchOrder, SearchSetting } from '../../shared/domain/search.ts';
import type { CaseId, SourceId } from '../../shared/domain/ids.ts';
import { foldedForFinding } from '../../shared/words/folded-text.ts';
import type { Session } from '../commands/run-command.ts';
import { casesAt } from '../queries/search-scope.ts';
import { readBodies, readLines } from '../queries/search-turns.ts';
import type { FoundPlace } from '../queries/search-turns.ts';
import { sourceAt } from '../queries/turn-map.ts';
import type { SearchWatch } from './find-rule-hits.ts';
import { UNWATCHED } from './find-rule-hits.ts';
import type { FoundTurns } from './found-turns.ts';
import { breather, runFirstSearch, runSearch } from './run-search.ts';
import type { Found } from './run-search.ts';

type Project = Session['project'];

/** One source or one case of what was found; neither: all of it. */
export interface Within {
  readonly sourceId: SourceId | null;
  readonly caseId: CaseId | null;
}

export interface PageAsked {
  readonly setting: SearchSetting;
  readonly within: Within;
  readonly order: SearchOrder;
  readonly from: number;
  readonly count: number;
}

interface View {
  readonly turns: FoundTurns;
  /** Hits in order, where it is not the corpus's. */
  readonly sorted: readonly FoundPlace[] | null;
}

/** Views looked at last, by what they are of. */
const views = new WeakMap<Found, Map<string, Promise<View>>>();

function turnsWithin({ map, cases, turns }: Found, { sourceId, caseId }: Within): FoundTurns {
  if (sourceId === null && caseId === null) return turns;
  const source = map.sources.findIndex(({ id }) => id === sourceId);
  const wantedCase = cases.cases.findIndex(({ id }) => id === caseId);
  return turns.where((rank) => {
    const own = sourceAt(map, rank);
    if (sourceId !== null && own !== source) return false;
    return caseId === null || casesAt(cases, own, rank - (map.firstRanks[own] ?? 0), map.personAt[rank] ?? -1).includes(wantedCase);
  });
}

const READ_AT_ONCE = 400;
/** Words beside a place by which lines are sorted. */
const SORTED_WORDS = 4;
const WORD = /[\p{L}\p{N}]+/gu;

function sortKey(text: string, { start, end }: { start: number; end: number }, order: SearchOrder): string {
  const span = 160;
  if (order === 'word') return foldedForFinding(text.slice(start, end));
  const beside = order === 'left' ? text.slice(Math.max(0, start - span), start) : text.slice(end, end + span);
  const words = [...foldedForFinding(beside).matchAll(WORD)].map(([word]) => word);
  return (order === 'left' ? words.toReversed() : words).slice(0, SORTED_WORDS).join(' ');
}

/** Every place, in the corpus's order, with its turn's words. */
async function eachPlace(
  project: Project,
  { map, find }: Found,
  turns: FoundTurns,
  watch: SearchWatch,
  use: (place: FoundPlace, body: string, bodyStart: number) => void,
): Promise<void> {
  const breathe = breather(project, watch);
  let hit = 0;
  for (let at = 0; at < turns.ranks.length; at += READ_AT_ONCE) {
    const bodies = new Map(readBodies(project, map, turns.ranks.subarray(at, at + READ_AT_ONCE)).map((body) => [body.rank, body]));
    for (let turn = at; turn < Math.min(turns.ranks.length, at + READ_AT_ONCE); turn += 1) {
      const rank = turns.ranks[turn] ?? 0;
      const { body, start } = bodies.get(rank) ?? { body: '', start: 0 };
      const places = turns.places ? null : find(body);
      for (let which = 0; which < (turns.counts[turn] ?? 0); which += 1, hit += 1) {
        const inBody = places?.[which];
        const found = turns.placeOf(hit) ?? (inBody && { start: inBody.start + start, end: inBody.end + start });
        if (found) use({ rank, ...found }, body, start);
      }
    }
    watch.onProgress(Math.min(turns.ranks.length, at + READ_AT_ONCE), turns.ranks.length, '');
    await breathe();
  }
}

async function viewOf(project: Project, found: Found, { within, order }: PageAsked, watch: SearchWatch): Promise<View> {
  const turns = turnsWithin(found, within);
  if (order === 'place') return { turns, sorted: null };
  if (turns.total > MOST_SORTED) throw new Refusal('search.tooManyToSort', { most: MOST_SORTED });
  const keyed: { readonly key: string; readonly place: FoundPlace }[] = [];
  await eachPlace(project, found, turns, watch, (place, body, start) => {
    keyed.push({ key: sortKey(body, { start: place.start - start, end: place.end - start }, order), place });
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { turns, sorted: keyed.map(({ place }) => place) };
}

function keptView(project: Project, found: Found, asked: PageAsked, watch: SearchWatch): Promise<View> {
  let own = views.get(found);
  if (!own) views.set(found, (own = new Map()));
  const name = JSON.stringify([asked.within, asked.order]);
  let view = own.get(name);
  if (!view) {
    if (own.size > 6) own.clear();
    own.set(name, (view = viewOf(project, found, asked, watch)));
    view.catch(() => own.delete(name));
  }
  return view;
}

/** Places of hits that follow one another in the corpus. */
function placesFrom(project: Project, { map, find }: Found, turns: FoundTurns, from: number, count: number): FoundPlace[] {
  const end = Math.min(turns.total, from + count);
  if (from >= end) return [];
  const [first, last] = [turns.turnOf(from).at, turns.turnOf(end - 1).at];
  const bodies = turns.places ? [] : readBodies(project, map, turns.ranks.subarray(first, last + 1));
  const found = new Map(
    bodies.map(({ rank, body, start }) => [rank, find(body).map((extent) => ({ start: extent.start + start, end: extent.end + start }))]),
  );
  return Array.from({ length: end - from }, (_, more) => from + more).flatMap((hit): FoundPlace[] => {
    const { at, which } = turns.turnOf(hit);
    const rank = turns.ranks[at] ?? 0;
    const place = turns.placeOf(hit) ?? found.get(rank)?.[which];
    return place ? [{ rank, ...place }] : [];
  });
}

/** First lines of all, in the corpus's order, are there before the rest is found. */
async function enoughFound(project: Project, { setting, within, order, from, count }: PageAsked, watch: SearchWatch): Promise<Found | NoSearch> {
  if (order !== 'place' || within.sourceId !== null || within.caseId !== null) return runSearch(project, setting, watch);
  const first = await runFirstSearch(project, setting, watch);
  const isEnough = first.kind === 'undefined' || first.summary.isWhole || from + count <= first.summary.total;
  return isEnough ? first : runSearch(project, setting, watch);
}

/** One page of lines; empty where the search finds nothing (`runSearch` says why). */
export async function readHits(project: Project, asked: PageAsked, watch: SearchWatch = UNWATCHED): Promise<HitsPage> {
  const { from, count } = asked;
  const found = await enoughFound(project, asked, watch);
  if (found.kind === 'undefined') return { total: 0, isWhole: true, from, hits: [] };
  const { turns, sorted } = await keptView(project, found, asked, watch);
  const places = sorted ? sorted.slice(from, from + count) : placesFrom(project, found, turns, from, count);
  return { total: turns.total, isWhole: found.summary.isWhole, from, hits: readLines(project, found.map, places) };
}
