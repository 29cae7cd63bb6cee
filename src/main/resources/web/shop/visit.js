/** Who the demo's visitor plays. They are customers of the sample world; the visitor is nobody yet. */
export const PEOPLE = ['sari', 'tom', 'visitor']
export const LANGUAGES = ['en', 'id']

/** What the page was opened with; the choice of before, if nothing was said. */
export function chosen() {
  const asked = new URLSearchParams(location.search)
  const visit = {
    as: oneOf(PEOPLE, asked.get('as') ?? remembered('as')) ?? 'visitor',
    language: oneOf(LANGUAGES, asked.get('language') ?? remembered('language')) ?? 'en'
  }
  for (const [key, value] of Object.entries(visit)) remember(key, value)
  return visit
}

/** The address of this page with one thing chosen otherwise. */
export function otherwise(visit, change) {
  return `?${new URLSearchParams({ ...visit, ...change })}`
}

function oneOf(list, value) {
  return list.includes(value) ? value : undefined
}

function remembered(key) {
  try {
    return sessionStorage.getItem(`shop:${key}`)
  } catch {
    return null
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(`shop:${key}`, value)
  } catch {
    // Then the address alone tells.
  }
}
