// trame search FILE QUERY: words in their forms, "phrases", beginnings*, NEAR, regular expressions; what is found, in its context
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CaseId, ParticipantId } from '../../shared/domain/ids.ts';
import { MOST_ON_PAGE, searchSetting } from '../../shared/domain/search.ts';
import type { SearchHit, SearchSetting, WrittenHit } from '../../shared/domain/search.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Session } from '../commands/run-command.ts';
import { runSearch } from '../exchange/run-search.ts';
import { readHits } from '../exchange/search-pages.ts';
import { caseByName, readCorpusFrame, sourceByName } from '../queries/corpus.ts';
import { withProject } from './session.ts';
import { printJson, printTable, progressBar } from './terminal.ts';

interface SearchOptions {
  regex?: boolean;
  exact?: boolean;
  speaker?: string[];
  source?: string[];
  case?: string[];
  coded?: boolean;
  uncoded?: boolean;
  json?: boolean;
}

/** Everybody of this name, or who speaks under this label. */
function participantsNamed({ project }: Session, names: readonly string[]): ParticipantId[] {
  const { participants, speakers } = readCorpusFrame(project);
  return names.flatMap((name) => {
    const ids = new Set([
      ...participants.filter((each) => each.name === name).map(({ id }) => id),
      ...speakers.filter(({ label }) => label === name).map(({ participantId }) => participantId),
    ]);
    if (ids.size === 0) throw new Refusal('participant.unknown', { name });
    return [...ids];
  });
}

function caseNamed({ project }: Session, name: string): CaseId {
  const id = caseByName(project, name);
  if (id === undefined) throw new Refusal('case.unknown', { name });
  return id;
}

function settingOf(session: Session, query: string, options: SearchOptions): SearchSetting {
  return searchSetting.parse({
    query,
    isExact: options.exact ?? false,
    isPattern: options.regex ?? false,
    filter: {
      sourceIds: (options.source ?? []).map((name) => sourceByName(session.project, name)),
      caseIds: (options.case ?? []).map((name) => caseNamed(session, name)),
      participantIds: participantsNamed(session, options.speaker ?? []),
      coded: options.coded ? 'coded' : options.uncoded ? 'uncoded' : 'any',
    },
  });
}

async function allHits({ project }: Session, setting: SearchSetting): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (;;) {
    const asked = { setting, within: { sourceId: null, caseId: null }, order: 'place', from: hits.length, count: MOST_ON_PAGE } as const;
    const page = await readHits(project, asked);
    if (page.hits.length === 0) return hits;
    hits.push(...page.hits);
  }
}

const printed = (hit: SearchHit) => ({
  source: hit.source,
  speaker: hit.speaker,
  turn: hit.number,
  ref: citationOf(hit.source, hit.number),
  start: hit.startUtf16,
  end: hit.endUtf16,
  text: hit.text,
  left: hit.left,
  right: hit.right,
});

const printedWriting = ({ place, title, text, left, right }: WrittenHit) => ({ place, title, text, left, right });

const SHOWN_BEFORE = 30;

async function search(file: string, query: string, options: SearchOptions): Promise<void> {
  await withProject(file, undefined, async (session) => {
    const setting = settingOf(session, query, options);
    const found = await runSearch(session.project, setting, { onProgress: progressBar(), isCancelled: () => false });
    if (found.kind === 'undefined') throw new Refusal(`search.${found.because}`);
    const { total, sources, forms } = found.summary;
    const hits = await allHits(session, setting);
    if (!options.json) {
      const lines = hits.map((hit) => [
        citationOf(hit.source, hit.number),
        hit.speaker,
        `…${hit.left.slice(-SHOWN_BEFORE)}[${hit.text}]${hit.right}`,
      ]);
      return printTable([['ref', 'speaker', 'found'], ...lines]);
    }
    return printJson({
      query,
      mode: found.mode,
      total,
      forms,
      sources: sources.map(({ name, hits: count }) => ({ source: name, hits: count })),
      hits: hits.map(printed),
      writings: found.written.map(printedWriting),
    });
  });
}

export function addSearchCommand(trame: Command): void {
  trame
    .command('search <file> <query>')
    .description('find words in all their forms, "phrases", beginnings*, A NEAR/5 B, A OR B, A NOT B, =exactly, /a regular expression/')
    .option('--regex', 'the query is a regular expression')
    .option('--exact', 'words as written: accents, capitals and endings count')
    .option('--speaker <name...>', 'only what these people say (names or labels)')
    .option('--source <name...>', 'only in these sources')
    .option('--case <name...>', 'only in these cases')
    .option('--coded', 'only what somebody coded')
    .option('--uncoded', 'only what nobody coded')
    .option('--json', 'print JSON')
    .action(search);
}
