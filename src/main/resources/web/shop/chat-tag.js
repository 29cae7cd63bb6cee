/**
 * Puts the chat's script tag into the page. A shop would write the tag into its HTML, with the signed
 * identity that its own server made; this one asks the sample world for that signature first.
 */
export async function addChat({ as, language }) {
  const person = as === 'visitor' ? null : await signedIdentity(as)
  const tag = document.createElement('script')
  tag.src = '/widget.js'
  tag.async = true
  Object.assign(tag.dataset, { language, shop: 'Kopi Nusantara', privacy: '/privacy' })
  if (person) {
    const { id, exp, hash, name, email } = person
    Object.assign(tag.dataset, { identityId: id, identityExp: exp, identityHash: hash, name, email })
  }
  document.body.append(tag)
}

async function signedIdentity(as) {
  const answer = await fetch(`/api/demo/identity?as=${as}`).catch(() => null)
  return answer?.ok ? answer.json() : null
}
