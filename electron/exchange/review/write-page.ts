// Writes a pack as one page: the program of the page, built beforehand, and the study as data that no browser takes for anything else.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { PackMeasure, ReviewChoice } from '../../../shared/domain/review-pack.ts';
import type { Session } from '../../commands/run-command.ts';
import { PackContent } from './pack-study.ts';
import type { PackHead } from './pack-study.ts';

type Project = Session['project'];

const compressed = promisify(gzip);

/** Beside the built core, or from the sources: `build/bundle.mjs` makes it. */
const CANDIDATES = ['../review/page.html', '../../../dist/review/page.html'];

/** Where the template takes the pack's data, its language and its title. */
const SLOTS = { data: '<!--trame:data-->', language: 'trame-language', title: 'trame-title' } as const;

function template(): string {
  const paths = CANDIDATES.map((relative) => fileURLToPath(new URL(relative, import.meta.url)));
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`the page of review packs is not built: ${paths.join(' or ')}`);
  return readFileSync(path, 'utf8');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);

export interface WrittenPage {
  readonly html: string;
  readonly sha256: string;
  readonly counts: PackMeasure['counts'];
  readonly replaced: PackMeasure['replaced'];
}

/** Base64 of compressed JSON: no letter of it means anything to a page. */
async function block(id: string, value: unknown, hash: { update: (text: string) => unknown }): Promise<string> {
  const json = JSON.stringify(value);
  hash.update(json);
  const bytes = await compressed(json, { level: 9 });
  return `<script type="text/plain" id="${id}">${bytes.toString('base64')}</script>`;
}

/** Refuses what the project has not (`source.unknown`, `matrix.unknown`, `memo.unknown`) and what holds nothing (`review.nothingChosen`). */
export async function writePage(project: Project, choice: ReviewChoice, head: PackHead): Promise<WrittenPage> {
  const content = new PackContent(project, choice, head);
  const { study } = content;
  const hash = createHash('sha256');
  const { packId: _packId, createdAt: _createdAt, ...shown } = study;
  hash.update(JSON.stringify(shown));
  const blocks = [await block('study', study, { update: () => undefined })];
  const parts = { source: content.sources(), matrix: content.matrices() };
  for (const [name, items] of Object.entries(parts)) {
    let at = 0;
    for (const item of items) {
      blocks.push(await block(`${name}-${at}`, item, hash));
      at += 1;
    }
  }
  const page = template();
  // a function: names may hold signs that mean something in a replacement
  const html = page
    .replace(SLOTS.language, study.language)
    .replace(SLOTS.title, () => escaped(study.title))
    .replace(SLOTS.data, () => blocks.join('\n'));
  return { html, sha256: hash.digest('hex'), counts: study.counts, replaced: content.names.replaced };
}
