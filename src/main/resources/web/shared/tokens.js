/**
 * The look of Ramah in one place: colour, space on a 4 px grid, radius, type scale and motion, light
 * and dark, and on paper always light. A string, because a page adopts it for `:root` and the widget
 * for its own `:host`, and adopted sheets need no inline style, which our Content-Security-Policy
 * forbids.
 */
export const tokens = `
:root, :host {
  --r-bg: #fbf8f4; --r-surface: #ffffff; --r-sunken: #f4eee6; --r-line: #e3d9cc; --r-line-strong: #8c7d6d;
  --r-ink: #241c15; --r-ink-2: #5c5045; --r-ink-3: #6f6255;
  --r-accent: #a8431c; --r-accent-strong: #8a3413; --r-on-accent: #ffffff; --r-accent-soft: #fbe9df;
  --r-good: #1f6b45; --r-good-soft: #e3f2e9; --r-warn: #7d5200; --r-warn-soft: #fbf0d6;
  --r-bad: #a3262a; --r-bad-soft: #fae4e3; --r-info: #27598a; --r-info-soft: #e4eef8;
  --r-focus: #1b5fb8; --r-shadow: 0 8px 32px rgb(36 28 21 / 16%), 0 1px 3px rgb(36 28 21 / 10%);
  --r-1: 4px; --r-2: 8px; --r-3: 12px; --r-4: 16px; --r-5: 20px; --r-6: 24px; --r-8: 32px; --r-12: 48px;
  --r-radius-s: 6px; --r-radius: 10px; --r-radius-l: 16px; --r-round: 999px;
  --r-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --r-mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  --r-text-s: 0.8125rem; --r-text: 0.9375rem; --r-text-l: 1.125rem; --r-text-xl: 1.5rem; --r-text-2xl: 2rem;
  --r-quick: 120ms; color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root, :host {
    --r-bg: #171310; --r-surface: #201b17; --r-sunken: #2a241f; --r-line: #3a322b; --r-line-strong: #9c8c7b;
    --r-ink: #f5eee6; --r-ink-2: #c9bdb0; --r-ink-3: #ab9d8f;
    --r-accent: #f0905f; --r-accent-strong: #f7ab83; --r-on-accent: #241409; --r-accent-soft: #43281a;
    --r-good: #7fd0a3; --r-good-soft: #1c3528; --r-warn: #e6bb62; --r-warn-soft: #3a2d12;
    --r-bad: #f39a97; --r-bad-soft: #43201f; --r-info: #94bfec; --r-info-soft: #1c2f43;
    --r-focus: #8fbcf5; --r-shadow: 0 8px 32px rgb(0 0 0 / 50%), 0 1px 3px rgb(0 0 0 / 40%);
  }
}
@media (prefers-reduced-motion: reduce) { :root, :host { --r-quick: 0ms; } }
`;
