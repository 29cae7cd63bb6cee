const SVG = 'http://www.w3.org/2000/svg'

/** Drawn for this widget on a 24 px grid, in strokes that take the colour of the text. */
const PATHS = {
  chat: 'M4 11.5C4 7.4 7.6 4 12 4s8 3.4 8 7.5-3.6 7.5-8 7.5c-1 0-2-.2-2.9-.5L4.6 20l1.2-3.6C4.7 15.1 4 13.4 4 11.500Z M9 11.500h.01 M12 11.500h.01 M15 11.500h.01',
  close: 'M6 6l12 12 M18 6L6 18',
  menu: 'M5 12h.01 M12 12h.01 M19 12h.01',
  send: 'M12 19V5 M6 11l6-6 6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4.5 20c.8-3.5 3.8-5.5 7.5-5.500s6.7 2 7.5 5.5',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  page: 'M7 3.500h7l4 4V20.500H7Z M14 3.500v4h4 M10 12h5 M10 15.500h5',
  next: 'M9.5 6l6 6-6 6',
  back: 'M14.5 6l-6 6 6 6',
  down: 'M12 5v14 M6 13l6 6 6-6',
  up: 'M7.5 11v8.500H4.500V11Z M7.5 11l4-7c1.5 0 2.3 1 2 2.500L13 10h5.200c1.2 0 2 1 1.7 2.200l-1.4 5.800c-.2.9-1 1.5-1.9 1.500H7.5',
  clip: 'M19 11.500l-7.300 7.300a4.300 4.300 0 0 1-6.100-6.100l8-8a2.900 2.900 0 0 1 4.100 4.100l-7.900 7.900a1.450 1.450 0 0 1-2.050-2.050l7.200-7.200',
  gift: 'M5 11.500h14v8H5Z M4 8h16v3.500H4Z M12 8v11.500 M12 8c-2.500 0-4.500-1-4.500-2.700S10.500 3.500 12 8c1.500-4.500 4.500-4.400 4.500-2.700S14.500 8 12 8Z',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z M12 7.500V12l3 2',
  alert: 'M12 4l9 16H3Z M12 10v4.5 M12 17.200h.01',
  heart: 'M12 19.5L5 12.6a4.3 4.3 0 0 1 6.1-6.1l.9.9.9-.9a4.3 4.3 0 0 1 6.1 6.1Z',
  spark: 'M12 4c.6 4.5 2.5 6.9 8 8-5.5 1.1-7.4 3.5-8 8-.6-4.5-2.5-6.9-8-8 5.5-1.1 7.4-3.5 8-8Z'
}

export function icon(name) {
  return drawing(PATHS[name], `icon icon-${name}`)
}

export function thumb(up) {
  return drawing(PATHS.up, up ? 'icon' : 'icon turned')
}

const MOUTHS = [
  'M8 16.800c2-3 6-3 8 0',
  'M8.2 16.200c2-1.7 5.6-1.7 7.6 0',
  'M8.3 15.500h7.4',
  'M8.2 14.600c2 1.9 5.6 1.9 7.6 0',
  'M7.6 13.800c1 4.6 7.8 4.6 8.8 0Z'
]

/** A face for 1 to 5: only the mouth differs, none is a heart. */
export function face(grade) {
  return drawing(`M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M9 9.800h.01 M15 9.800h.01 ${MOUTHS[grade - 1]}`, 'icon face')
}

function drawing(path, className) {
  const svg = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  for (const [name, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', className],
    ['aria-hidden', 'true'],
    ['focusable', 'false']
  ])
    svg.setAttribute(name, value)
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
