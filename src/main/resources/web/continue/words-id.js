import { addWords } from '../shared/words.js'
import '../shared/words-id.js'

/** The page behind the link in a mail, in Indonesian. */
addWords('id', {
  'Your conversation': 'Percakapan Anda',
  'Opening your conversation': 'Membuka percakapan Anda',
  'Your conversation is open': 'Percakapan Anda sudah terbuka',
  'Everything that was said is there, and you can go on writing.': 'Semua yang sudah dibicarakan ada di sana, dan Anda dapat melanjutkan menulis.',
  'Show the chat': 'Tampilkan obrolan',
  'This link has ended': 'Tautan ini sudah berakhir',
  'Links in our mails work for some days only. Reply to the mail, or open the chat where you began it.': 'Tautan dalam email kami hanya berlaku beberapa hari. Balas emailnya, atau buka obrolan di tempat Anda memulainya.',
  'The conversation could not be opened': 'Percakapan tidak dapat dibuka',
})
