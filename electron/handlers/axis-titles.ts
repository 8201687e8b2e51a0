// What axes are called: in the project's language, so that its prints and its window say the same.
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import type { Desk } from '../desk.ts';
import { readProject } from '../queries/project.ts';

export function axisTitlesOf(desk: Desk): AxisTitles {
  return axisTitles[readProject(desk.project()).language];
}
