// Pieces of input that several calls share.
import { z } from 'zod';
import { turnId } from '../domain/ids.ts';

export const nothing = z.object({});
export const title = z.string().trim().min(1).max(300);
export const longText = z.string().max(1_000_000);
export const color = z.string().regex(/^#[0-9a-fA-F]{6}$/);
export const anchor = z.object({ turnId, offsetUtf16: z.number().int().min(0) });
/** yyyy-mm-dd, a day that exists. */
export const isoDate = z.iso.date();
/** A file's bytes in base64, at most about 100 MB. */
export const fileIn = z.object({ name: z.string().min(1).max(500), base64: z.string().max(140_000_000) });

/** A file made by the core for the window to save. */
export interface FileOut {
  readonly fileName: string;
  readonly mime: string;
  readonly base64: string;
}
