// Case profiles as radars, for those who are asked for them: one per case, the same themes around each, one scale, and a word of warning.
import { max } from 'd3';
import { typeset } from '../domain/typography.ts';
import { themeName } from './case-profiles.ts';
import type { CaseProfile } from './case-profiles.ts';
import { caseColors } from './cell-words.ts';
import { MARGIN, flow } from './matrix-frame.ts';
import { textWidth, wrapText } from './measure-text.ts';
import { PROFILE_NOTE, PROFILE_TITLE, valueWords } from './profiles-figure.ts';
import type { ProfilesFigure } from './profiles-figure.ts';
import { line, mark, node, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

/** With fewer there is no shape, with more nobody finds a theme again. */
export const RADAR_THEMES = { least: 3, most: 12 };

const SIZE = 11.5;
const LINE = 14.5;
const PANEL = { least: 170, gap: 14 };
/** Around a web: room for the themes' numbers. */
const AROUND = 20;
const DOT = 3.5;

const rounded = (value: number): number => Math.round(value * 10) / 10;

function webOf(figure: ProfilesFigure, profile: CaseProfile, color: string, largest: number, x: number, y: number, size: number): SceneNode[] {
  const { palette, labels, language, themes } = figure;
  const count = themes.length;
  const radius = size / 2 - AROUND;
  const [cx, cy] = [x + size / 2, y + size / 2];
  const at = (index: number, share: number): readonly [number, number] => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return [rounded(cx + Math.cos(angle) * radius * share), rounded(cy + Math.sin(angle) * radius * share)];
  };
  const outline = (shares: readonly number[]): string => shares.map((share, index) => at(index, share).join(',')).join(' ');
  const shares = profile.values.map(({ value }) => (largest === 0 ? 0 : value / largest));
  return [
    ...[0.5, 1].map((share) =>
      node('polygon', { points: outline(themes.map(() => share)), fill: 'none', stroke: palette.lineStrong, 'stroke-width': 0.8 }),
    ),
    ...themes.map((_, index) => line(cx, cy, ...at(index, 1), palette.line)),
    ...themes.flatMap((_, index) => {
      const [px, py] = at(index, 1 + 11 / radius);
      return textLines([String(index + 1)], px, py + SIZE * 0.36, { size: SIZE - 1, fill: palette.ink2, anchor: 'middle' }, LINE);
    }),
    node('polygon', { points: outline(shares), fill: color, 'fill-opacity': 0.12, stroke: color, 'stroke-width': 1.8 }),
    ...profile.values.flatMap(({ value, passages, behind }, index) => {
      const row = themes[index];
      if (!row || passages === 0) return [];
      const [px, py] = at(index, largest === 0 ? 0 : value / largest);
      const words = `${typeset(profile.entity.label, language)} — ${typeset(themeName(row), language)} — ${labels.passages(passages)}`;
      return [mark(`${profile.entity.key}|${row.key}`, words, [node('circle', { cx: px, cy: py, r: DOT, fill: color })], {}, behind)];
    }),
  ];
}

export function radarFigure(figure: ProfilesFigure): Scene {
  const { themes, profiles, palette, language, labels, measure } = figure;
  const room = figure.width - 2 * MARGIN;
  const across = Math.max(1, Math.min(profiles.length, Math.floor((room + PANEL.gap) / (PANEL.least + PANEL.gap))));
  const size = Math.min(230, (room - (across - 1) * PANEL.gap) / across);
  const largest = max(profiles, ({ values }) => max(values, ({ value }) => value) ?? 0) ?? 0;
  const colors = caseColors(
    profiles.map(({ entity }) => entity),
    palette,
  );
  const title = figure.title === '' ? [] : wrapText(typeset(figure.title, language), room, PROFILE_TITLE.size, true);
  const top = MARGIN + title.length * PROFILE_TITLE.line + (title.length > 0 ? 8 : 0);
  const heads = profiles.map(({ entity }) => wrapText(typeset(entity.label, language), size, SIZE, true));
  const nodes: SceneNode[] = [];
  let y = top;
  for (let first = 0; first < profiles.length; first += across) {
    const own = profiles.slice(first, first + across);
    const headHeight = Math.max(...heads.slice(first, first + across).map(({ length }) => length)) * LINE + 4;
    own.forEach((profile, at) => {
      const x = MARGIN + at * (size + PANEL.gap);
      const color = palette.isHatched ? palette.ink : (colors.get(profile.entity.key) ?? palette.ink);
      nodes.push(
        ...textLines(heads[first + at] ?? [], x + size / 2, y + SIZE, { size: SIZE, fill: palette.ink, bold: true, anchor: 'middle' }, LINE),
        ...webOf(figure, profile, color, largest, x, y + headHeight, size),
      );
    });
    y += headHeight + size + 10;
  }
  const keys = themes.map((row, index) => wrapText(`${index + 1}.\u00a0${typeset(themeName(row), language)}`, Math.min(room, 260), SIZE));
  const { places, height } = flow(
    keys.map((lines) => ({ width: Math.max(...lines.map((each) => textWidth(each, SIZE))), height: lines.length * LINE })),
    room,
    14,
  );
  keys.forEach((lines, index) => {
    const place = places[index];
    if (place) nodes.push(...textLines(lines, MARGIN + place.x, y + place.y + SIZE, { size: SIZE, fill: palette.ink }, LINE));
  });
  y += height + 8;
  const scale = `${labels.profiles.note(measure)} ${labels.profiles.radarNote(valueWords(figure, largest))}`;
  const note = wrapText(typeset(scale, language), room, PROFILE_NOTE.size);
  return sceneOf(figure.width, y + note.length * PROFILE_NOTE.line + MARGIN, palette.paper, typeset(figure.title, language), [
    ...textLines(title, MARGIN, MARGIN + PROFILE_TITLE.size * 0.85, { size: PROFILE_TITLE.size, fill: palette.ink, bold: true }, PROFILE_TITLE.line),
    ...nodes,
    ...textLines(note, MARGIN, y + PROFILE_NOTE.size, { size: PROFILE_NOTE.size, fill: palette.ink3 }, PROFILE_NOTE.line),
  ]);
}
