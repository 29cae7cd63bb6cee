/** What a chat model made of a conversation, in Indonesian. */
import { addWords } from '../shared/words.js'

addWords('id', {
  'In short': 'Ringkasnya',
  'In their words': 'Dengan kata-katanya sendiri',
  'Written by a chat model from what was said; ask if it matters': 'Ditulis model bahasa dari yang dikatakan; tanyakan bila penting',
})
