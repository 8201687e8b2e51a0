// How wide the panels of a workspace are: limits, what is remembered, and when they no longer fit side by side.

export interface PanelLayout {
  /** CSS pixels. */
  readonly leftWidth: number;
  readonly rightWidth: number;
  readonly isLeftOpen: boolean;
  readonly isRightOpen: boolean;
}

export type Side = 'left' | 'right';

export const MIN_PANEL = 180;
export const MAX_PANEL = 560;
/** Below this workspace width the panels lie over the content, one at a time. */
export const NARROW_BELOW = 900;
export const STEP = 16;
/** Dragging a panel narrower than this closes it. */
const CLOSES_BELOW = 120;

export const DEFAULT_LAYOUT: PanelLayout = { leftWidth: 264, rightWidth: 300, isLeftOpen: true, isRightOpen: true };

function clampedWidth(width: number): number {
  return Math.round(Math.min(MAX_PANEL, Math.max(MIN_PANEL, width)));
}

/** The layout after a border was moved to make the panel `width` pixels wide; a panel made very narrow closes. */
export function resized(layout: PanelLayout, side: Side, width: number): PanelLayout {
  const isOpen = width >= CLOSES_BELOW;
  if (side === 'left') return { ...layout, isLeftOpen: isOpen, leftWidth: isOpen ? clampedWidth(width) : layout.leftWidth };
  return { ...layout, isRightOpen: isOpen, rightWidth: isOpen ? clampedWidth(width) : layout.rightWidth };
}

export function toggled(layout: PanelLayout, side: Side): PanelLayout {
  return side === 'left' ? { ...layout, isLeftOpen: !layout.isLeftOpen } : { ...layout, isRightOpen: !layout.isRightOpen };
}

/** Reads what was stored; whatever is missing or broken falls back to the default. */
export function parsedLayout(stored: string | null, fallback: PanelLayout = DEFAULT_LAYOUT): PanelLayout {
  if (stored === null) return fallback;
  try {
    const value = JSON.parse(stored) as Partial<Record<keyof PanelLayout, unknown>> | null;
    const width = (candidate: unknown, otherwise: number) =>
      typeof candidate === 'number' && Number.isFinite(candidate) ? clampedWidth(candidate) : otherwise;
    const open = (candidate: unknown, otherwise: boolean) => (typeof candidate === 'boolean' ? candidate : otherwise);
    return {
      leftWidth: width(value?.leftWidth, fallback.leftWidth),
      rightWidth: width(value?.rightWidth, fallback.rightWidth),
      isLeftOpen: open(value?.isLeftOpen, fallback.isLeftOpen),
      isRightOpen: open(value?.isRightOpen, fallback.isRightOpen),
    };
  } catch {
    return fallback;
  }
}
