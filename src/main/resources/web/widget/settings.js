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

/** The widget speaks what the bot speaks; whoever reads none of it gets English. "in" was Indonesian once. */
function pickLanguage(wish) {
  const [code] = /^(ar|de|es|fr|i[dn]|nl|pt)\b/i.exec(wish) ?? ['en']
  return code.toLowerCase().replace('in', 'id')
}
