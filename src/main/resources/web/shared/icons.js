/** The few pictures of the staff pages, drawn here on a 24 grid; always beside a word or a label. */
import { html, svg } from 'lit'

const icon = paths => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`

export const icons = {
  clock: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`),
  inbox: icon(svg`<path d="M4 13 6.5 5h11L20 13v6H4z"/><path d="M4 13h5l1.2 2.5h3.6L15 13h5"/>`),
  chat: icon(svg`<path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z"/>`),
  bot: icon(svg`<rect x="4.5" y="8" width="15" height="10.5" rx="3"/><path d="M12 8V4.5M9.5 12.5v1.5M14.5 12.5v1.5"/>`),
  note: icon(svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>`),
  clip: icon(svg`<path d="m19 11.5-7.3 7.3a4.3 4.3 0 0 1-6.1-6.1l8-8a2.9 2.9 0 0 1 4.1 4.1l-7.9 7.9a1.45 1.45 0 0 1-2.05-2.05l7.2-7.2"/>`),
  edit: icon(svg`<path d="M5 19h3.5L19 8.5 15.5 5 5 15.5z"/><path d="m13 7.5 3.5 3.5"/>`),
  eye: icon(svg`<path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>`),
  pin: icon(svg`<path d="M9 4h6l-1 6 3.5 3.5h-11L10 10z"/><path d="M12 13.5V20"/>`),
  bell: icon(svg`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z"/><path d="M10 20.5h4"/>`),
  gift: icon(svg`<path d="M5 11.5h14v8H5zM4 8h16v3.500H4zM12 8v11.500M12 8c-2.500 0-4.500-1-4.500-2.700S10.500 3.500 12 8c1.500-4.500 4.500-4.400 4.500-2.700S14.500 8 12 8z"/>`),
  send: icon(svg`<path d="M4 12 20 4.5 15 20l-3.5-6.5z"/><path d="M11.5 13.5 20 4.5"/>`),
  check: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`),
  checks: icon(svg`<path d="m2.5 12.5 4 4 8-8.5M11 15l1.5 1.5 9-9"/>`),
  warning: icon(svg`<path d="M12 4 3 19.5h18z"/><path d="M12 10v4M12 16.8v.2"/>`),
  person: icon(svg`<circle cx="12" cy="8.5" r="3.7"/><path d="M4.8 20c.8-3.8 3.6-5.5 7.2-5.5s6.4 1.7 7.2 5.5"/>`),
  transfer: icon(svg`<path d="M4 8.5h14l-3.5-3.5M20 15.5H6L9.5 19"/>`),
  merge: icon(svg`<path d="M5 4.5c0 5 7 4.500 7 9.500v5.500M19 4.500c0 5-7 4.500-7 9.500M9 16.500l3 3 3-3"/>`),
  article: icon(svg`<path d="M6.5 3.8h8l3.5 3.5v13h-11.5z"/><path d="M9.5 11h5M9.5 14.5h5"/>`),
  sound: icon(svg`<path d="M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4z"/><path d="M16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a7.7 7.7 0 0 1 0 11"/>`),
  silent: icon(svg`<path d="M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4z"/><path d="m16.5 9.5 5 5M21.5 9.5l-5 5"/>`),
  back: icon(svg`<path d="M14.5 5.5 8 12l6.5 6.5"/>`),
  next: icon(svg`<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>`),
  down: icon(svg`<path d="m6 9.5 6 6 6-6"/>`),
  close: icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`),
  menu: icon(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`),
  search: icon(svg`<circle cx="11" cy="11" r="6"/><path d="m15.5 15.5 4.5 4.5"/>`),
  smile: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M8.5 14c1.6 2.6 5.4 2.6 7 0M9.3 9.5v.2M14.7 9.5v.2"/>`),
  bolt: icon(svg`<path d="M13 3.5 5.5 13.5h5L10 20.5l8-10.5h-5.5z"/>`),
  at: icon(svg`<circle cx="12" cy="12" r="3.5"/><path d="M15.5 8.5v4.5a2.5 2.5 0 0 0 5 0v-1A8.5 8.5 0 1 0 16 19.5"/>`),
  keys: icon(svg`<rect x="3" y="6.5" width="18" height="11" rx="2"/><path d="M7 10.5h.01M11 10.5h.01M15 10.5h.01M8.5 14h7"/>`),
  history: icon(svg`<path d="M4 12a8 8 0 1 0 2.5-5.8L4 8.5"/><path d="M4 4.5v4h4M12 8v4.2l2.8 1.8"/>`),
  box: icon(svg`<path d="m4 8 8-4 8 4v8l-8 4-8-4z"/><path d="m4 8 8 4 8-4M12 12v8"/>`),
  out: icon(svg`<path d="M14 5H6v14h8M10.5 12H20l-3-3M20 12l-3 3"/>`),
  heart: icon(svg`<path d="M12 19.5 5 12.6a4.3 4.3 0 0 1 6.1-6.1l.9.9.9-.9a4.3 4.3 0 0 1 6.1 6.1z"/>`),
  info: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.2"/>`),
}

/** The mark of Ramah: a speech bubble that smiles. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <path class="bubble" d="M7 4h18a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-6.5 5.5V24H7a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"/>
  <path class="smile" d="M10 13.5c1.6 4.3 10.4 4.3 12 0"/></svg>`
