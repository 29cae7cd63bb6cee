/** The mark as the tab's icon. Its colours are fixed: an icon cannot read the tokens. */
const icon = document.createElement('link')
icon.rel = 'icon'
icon.href = 'data:image/svg+xml,' + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <path fill="#a8431c" d="M7 4h18a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-6.5 5.5V24H7a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"/>
  <path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" d="M10 13.5c1.6 4.3 10.4 4.3 12 0"/></svg>`)
document.head.append(icon)

export {}
