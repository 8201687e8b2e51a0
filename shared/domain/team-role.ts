// Who may do what in a team. The server knows roles by the subject that they publish on; what an act is, only the members can read: each
// of them holds every act that arrives against the role that it came under.

export const TEAM_ROLES = ['researcher', 'coder', 'reviewer'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** First parts of commands' names: what a coder works on. The corpus, the guides and the project itself are the researcher's. */
const OF_CODERS: ReadonlySet<string> = new Set([
  'coding',
  'passage',
  'category',
  'autocode',
  'suggestion',
  'quickKey',
  'board',
  'memo',
  'matrix',
  'matrixSnapshot',
  'cell',
  'meaning',
  'analysis',
  'savedSearch',
  'typedLink',
  'linkType',
  'conceptMap',
  'stopWord',
  'printSettings',
  'disagreement',
  'review',
]);
/** Corrections of what was heard wrongly are part of coding. */
const COMMANDS_OF_CODERS: ReadonlySet<string> = new Set(['coder.create', 'coder.update', 'source.editTurn', 'source.setSpeaker', 'source.setTime']);
const OF_REVIEWERS: ReadonlySet<string> = new Set(['review', 'memo']);

/** What nobody but a researcher may take away, since others' work hangs on it. */
const OF_RESEARCHERS: ReadonlySet<string> = new Set(['category.remove', 'category.merge', 'memo.remove']);

export function roleMayDo(role: TeamRole, command: string): boolean {
  const noun = command.split('.')[0] ?? '';
  if (role === 'researcher' || command === 'coder.create') return true;
  if (role === 'reviewer') return OF_REVIEWERS.has(noun) && !OF_RESEARCHERS.has(command);
  if (OF_RESEARCHERS.has(command)) return command === 'memo.remove';
  return OF_CODERS.has(noun) || COMMANDS_OF_CODERS.has(command);
}
