import { ApiProblem, goToLogin } from '../../shared/api.js'
import { t } from '../../shared/words.js'

/** Posts a text or a file that is not JSON as a whole (an import); resolves to the JSON of the answer. */
export async function upload(path, body, type) {
  let response
  try {
    response = await fetch(path, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Content-Type': type },
    })
  } catch {
    throw new ApiProblem({ title: t('No connection to the server.'), detail: t('Check the network and try again.'), status: 0 })
  }
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer
  if (response.status === 401) goToLogin()
  throw new ApiProblem({ ...answer, title: answer.title ?? t('The server could not do this.'), status: response.status })
}
