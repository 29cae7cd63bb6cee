/** The words of the settings in Indonesian. */
import { addWords } from '../../shared/words.js'

addWords('id', {
  'They count at once, and each change says who made it.': 'Langsung berlaku, dan setiap perubahan mencatat siapa yang membuatnya.',
  'Who changed what': 'Siapa mengubah apa',
  'Nobody has changed anything yet.': 'Belum ada yang diubah.',
  'When': 'Kapan',
  'Who': 'Siapa',
  'What': 'Apa',
  'From and to': 'Dari dan menjadi',
  'taken away': 'dihapus',
  'set for the first time': 'diatur untuk pertama kali',
  'yes': 'ya',
  'no': 'tidak',
  'Each change of a setting, a reply or a webhook is listed here, with who made it.': 'Setiap perubahan pengaturan, balasan, atau webhook tercatat di sini, beserta siapa yang membuatnya.',
  'Saved.': 'Tersimpan.',
  'This was not saved.': 'Ini tidak tersimpan.',
  'Load it again': 'Muat ulang',
  'Set by {name}': 'Diatur oleh {name}',
  'As it comes; nobody has set it yet.': 'Bawaan; belum ada yang mengaturnya.',
})
