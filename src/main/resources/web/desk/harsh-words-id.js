/** Words that hurt, and what people get after them, in Indonesian. */
import { addWords } from '../shared/words.js'

addWords('id', {
  'Folded away; opens the words': 'Dilipat; buka kata-katanya',
  'Was this abusive? If so, the next one is easier, or you get a pause, as your team has it.':
    'Apakah ini kasar? Bila ya, berikutnya lebih ringan atau Anda mendapat jeda, sesuai aturan tim Anda.',
  'Yes, it was': 'Ya',
  'No': 'Tidak',
  'A pause until {time}: nothing is offered to you.': 'Jeda sampai {time}: tidak ada yang ditawarkan kepada Anda.',
  'Heavy ones go to others until you had an ordinary one.': 'Yang berat diberikan kepada rekan sampai Anda mendapat yang biasa.',
  'Confirmed as abusive.': 'Dinyatakan kasar.',
  'Block this visitor…': 'Blokir pengunjung ini…',
  'Block this visitor': 'Blokir pengunjung ini',
  'Block': 'Blokir',
  'The conversation ends, and they cannot write until then. It ends by itself.': 'Percakapan berakhir dan ia tidak dapat menulis sampai saat itu. Blokir berakhir sendiri.',
  'The visitor reads it, with the end of the block and how to object.': 'Pengunjung membacanya, beserta akhir blokir dan cara mengajukan keberatan.',
  'For how long': 'Untuk berapa lama',
  'One hour': 'Satu jam',
  'A day': 'Sehari',
  'A week': 'Sepekan',
  'A month': 'Sebulan',
  'They can write again.': 'Ia dapat menulis lagi.',
  'Let them write again': 'Izinkan menulis lagi',
  'Blocked until': 'Diblokir sampai',
  'Go on now': 'Lanjutkan sekarang',
})
