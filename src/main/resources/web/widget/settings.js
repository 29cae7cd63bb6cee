/** What the page says about itself and its visitor, from the attributes of the widget's own tag. */
export function readSettings(tag) {
  const { language, name, email, identityId, identityExp, identityHash, privacy, shop, side } = tag.dataset
  return {
    // The desk lives where the script came from, whatever page carries it.
    host: tag.src.replace(/[?#].*$/, '').replace(/\/[^/]*$/, ''),
    language: pickLanguage(language || document.documentElement.lang || navigator.language),
    name,
    email,
    identity: identityId ? { id: identityId, exp: Number(identityExp), hash: identityHash } : null,
    privacy,
    shop,
    side: side === 'left' ? 'left' : 'right'
  }
}

/** The widget speaks three languages; whoever reads none of them gets English. */
function pickLanguage(wish) {
  if (/^ar\b/i.test(wish || '')) return 'ar'
  return /^(id|in)\b/i.test(wish || '') ? 'id' : 'en'
}
