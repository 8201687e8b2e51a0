// Calls about the project as a whole.
import { z } from 'zod';
import { LANGUAGES } from '../domain/project.ts';
import type { Problem, ProjectInfo, ProjectListing, ProjectStatus } from '../domain/project.ts';
import { MOST_PASSWORD_LETTERS } from '../domain/protection.ts';
import { ACCESSES } from '../domain/safety.ts';
import { returns } from './endpoint.ts';
import type { RefiRead } from '../domain/refi.ts';
import { fileIn, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

export const projectContract = {
  /** Projects opened lately or lying in the projects' folder, the latest first. */
  'project.list': returns<ProjectListing[]>().from(nothing),
  'project.create': returns<ProjectInfo>().from(
    z.object({
      title: title,
      question: z.string().max(4000),
      language: z.enum(LANGUAGES),
      gridKeys: z.array(z.string().max(80)).max(20),
      caseNames: z.array(title).max(200),
      coderName: z.string().trim().max(120),
      /** Protects it from the beginning. */
      password: z.string().max(MOST_PASSWORD_LETTERS).optional(),
    }),
  ),
  /** Another program's project (qdpx, QualCoder's data.qda, Taguette, RQDA) as a new one beside the others; what came is told before it is opened. */
  'project.createFrom': returns<{ readonly ref: string; readonly read: RefiRead }>().from(z.object({ file: fileIn, language: z.enum(LANGUAGES) })),
  /** Builds the sample project anew beside the others, and opens it. */
  'project.createSample': returns<ProjectInfo>().from(z.object({ language: z.enum(LANGUAGES) })),
  /** `access`: what to do where somebody else has it open. */
  'project.open': returns<ProjectInfo>().from(z.object({ ref: z.string().max(200), access: z.enum(ACCESSES).optional() })),
  /** For the desktop shell only, after its file dialog; refused to the window. */
  'project.openPath': returns<ProjectInfo>().from(z.object({ path: z.string().min(1).max(4096) })),
  'project.close': returns<null>().from(nothing),
  'project.current': returns<ProjectInfo | null>().from(nothing),
  'project.update': returns<null>().from(z.object({ title: title.optional(), question: z.string().max(4000).optional() })),
  'project.status': returns<ProjectStatus>().from(nothing),
  'project.check': returns<readonly Problem[]>().from(nothing),
  'project.export': returns<FileOut>().from(z.object({ format: z.enum(['json', 'csv']) })),
  'job.cancel': returns<null>().from(z.object({ job: z.string().max(80) })),
};
