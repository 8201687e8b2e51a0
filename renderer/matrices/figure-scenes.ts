// (to be joined to shared/figure)
import type { FigureKind } from '../../shared/contract/matrix.ts';
export interface SceneNode { tag: string; attrs: Readonly<Record<string, string | number>>; children?: readonly SceneNode[]; text?: string; key?: string; title?: string }
export function figureScene(_kind: FigureKind, _facts: unknown): SceneNode | null { return null; }
