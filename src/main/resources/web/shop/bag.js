const SVG = 'http://www.w3.org/2000/svg'

/** The coffee's bag, drawn here so that the page loads no picture: a mountain at sunrise on kraft paper. */
export function bag(words) {
  return draw(
    'svg',
    { viewBox: '0 0 360 440', role: 'img', 'aria-label': words.picture },
    draw('ellipse', { cx: 180, cy: 420, rx: 130, ry: 12, class: 'ground' }),
    draw('path', { d: 'M78 70h204l12 336c.4 9-6 14-14 14H80c-8 0-14.4-5-14-14Z', class: 'paper' }),
    draw('path', { d: 'M78 70h36l-10 350H80c-8 0-14.4-5-14-14Z', class: 'shade' }),
    draw('path', { d: 'M84 34h192l6 36H78Z', class: 'fold' }),
    draw('path', { d: 'M84 52h192', class: 'seam' }),
    draw('rect', { x: 106, y: 128, width: 148, height: 214, rx: 8, class: 'label' }),
    draw('circle', { cx: 180, cy: 206, r: 30, class: 'sun' }),
    draw('path', { d: 'M106 262l38-44 22 24 26-36 62 62v14H106Z', class: 'far' }),
    draw('path', { d: 'M106 276l30-24 28 20 34-30 56 40v8H106Z', class: 'near' }),
    draw('text', { x: 180, y: 158, class: 'brand-name' }, 'KOPI NUSANTARA'),
    draw('text', { x: 180, y: 312, class: 'coffee-name' }, 'Gayo'),
    draw('text', { x: 180, y: 330, class: 'brand-name' }, 'ACEH · 1 450 M'),
    ...beans()
  )
}

function beans() {
  return [
    [40, 398, -24],
    [318, 404, 32],
    [338, 388, -12]
  ].map(([x, y, turn]) =>
    draw(
      'g',
      { transform: `translate(${x} ${y}) rotate(${turn})` },
      draw('ellipse', { rx: 17, ry: 11, class: 'bean' }),
      draw('path', { d: 'M-16 0c8-7 12 6 32 0', class: 'groove' })
    )
  )
}

function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
