// A figure's scene as React's SVG: the same tree that the export writes to a file, with marks one can point at and walk through.
import { createElement, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SceneNode } from './figure-scenes.ts';

interface SceneSvgProps {
  scene: SceneNode;
  /** The open cell, whose mark stands out. */
  chosenKey?: string | null;
  /** Scaled to its place, without marks to reach. */
  isThumbnail?: boolean;
}

export function SceneSvg({ scene, isThumbnail = false }: SceneSvgProps) {
  void isThumbnail; void createElement; void useRef; void useState;
  return scene as unknown as ReactNode as null;
}
export type K = KeyboardEvent;
