/** Makes an element: `on…` listens, everything else is an attribute; null and false leave it out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else set(element, name, value)
  }
  element.append(...children.flat(2).filter(child => child != null && child !== false))
  return element
}

/** Sets an attribute only where it changes something: screen readers notice writes. */
export function set(element, name, value) {
  const wanted = value == null || value === false ? null : value === true ? '' : String(value)
  if (element.getAttribute(name) === wanted) return
  if (wanted === null) element.removeAttribute(name)
  else element.setAttribute(name, wanted)
}

export function say(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/**
 * Brings the children of `parent` to `items` of `{key, sign, make}`. What is there already stays, so
 * that focus, selection and scroll position do; a child is made anew when its sign has changed, and
 * focus inside it moves to the same `data-focus` of the new one.
 */
export function reconcile(parent, items) {
  const before = new Map(Array.from(parent.children, node => [node.itemKey, node]))
  let at = parent.firstElementChild
  for (const { key, sign, make } of items) {
    let node = before.get(key)
    before.delete(key)
    if (node?.itemSign !== sign) {
      const fresh = Object.assign(make(), { itemKey: key, itemSign: sign })
      if (at === node) at = node ? fresh : at
      if (node) replace(node, fresh)
      node = fresh
    }
    if (node === at) at = at.nextElementSibling
    else parent.insertBefore(node, at)
  }
  for (const gone of before.values()) gone.remove()
}

function replace(node, fresh) {
  const focused = node.getRootNode().activeElement
  const name = node.contains(focused) && focused.dataset.focus
  node.replaceWith(fresh)
  if (name) fresh.querySelector(`[data-focus="${name}"]`)?.focus({ preventScroll: true })
}
