/** What lies under a pointer; on a touch screen it would stay lit after the tap. First, so that states win. */
export const hover = `
@media (hover: hover) {
  a:hover { color: var(--r-accent-strong); }
  .link:hover { color: var(--r-accent-strong); }
  .button:hover { background: var(--r-accent-strong); }
  .button.plain:hover { background: var(--r-sunken); }
  .chip:hover { background: var(--r-accent-soft); border-color: var(--r-accent); }
  .icon-button:hover { background: var(--r-sunken); color: var(--r-ink); }
  .launcher:hover { background: var(--r-accent-strong); transform: translateY(-1px); }
  .send:hover { background: var(--r-accent-strong); }
  .menu-item:hover { background: var(--r-sunken); color: var(--r-ink); }
  .source:hover { background: var(--r-accent-soft); border-color: var(--r-accent); }
  .thumb:hover { background: var(--r-sunken); color: var(--r-ink); }
  .choice:hover { background: var(--r-accent-soft); color: var(--r-accent-strong); }
  .grade:hover { background: var(--r-sunken); color: var(--r-ink); }
}
`
