// The page's entry: theme before the first paint, then the window.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { watchCrashes } from './crash/crash-reports.ts';
import { takeNothingAsHtml } from './nothing-as-html.ts';
import './ui/base.css';
import { paintTheme } from './ui/theme.tsx';

takeNothingAsHtml();
watchCrashes();
paintTheme();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
