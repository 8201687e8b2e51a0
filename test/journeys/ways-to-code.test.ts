// Each way to code by hand, in a real Chromium: with the mouse, then with the keyboard alone; and the cards that coding leaves, sorted.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
