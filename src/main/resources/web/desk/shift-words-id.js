/** Being away and going home, in Indonesian. */
import { addWords } from '../shared/words.js'

addWords('id', {
  'Why are you away?': 'Mengapa Anda rehat?',
  'No reason given': 'Tanpa alasan',
  'Lunch': 'Makan siang',
  'Break': 'Istirahat',
  'Training': 'Pelatihan',
  'Meeting': 'Rapat',
  'Something else': 'Hal lain',
  'Shift over': 'Giliran selesai',
  'End my shift': 'Akhiri giliran saya',
  'End my shift…': 'Akhiri giliran saya…',
  'Go home': 'Pulang',
  'You have nothing in hand. Nothing more is offered to you.': 'Anda tidak memegang apa pun. Tidak ada lagi yang ditawarkan kepada Anda.',
  'You have {n} conversation. Whoever goes on with it gets the brief.': 'Anda memegang {n} percakapan. Yang melanjutkan mendapat ringkasannya.',
  'You have {n} conversations. Whoever goes on with them gets the briefs.': 'Anda memegang {n} percakapan. Yang melanjutkan mendapat ringkasannya.',
  'Who goes on with {name}': 'Siapa melanjutkan {name}',
  'It goes on waiting, with me': 'Tetap menunggu, pada saya',
  'The queue: whoever is free': 'Antrean: siapa yang luang',
  'With me, tomorrow': 'Pada saya, besok',
  'Teams': 'Tim',
  'For whoever goes on': 'Untuk yang melanjutkan',
  'How was this shift?': 'Bagaimana giliran ini?',
  'If you like. Nobody sees your answer: managers see weeks that are over, of groups of five or more.':
    'Bila Anda mau. Jawaban Anda tidak dilihat siapa pun: manajer melihat pekan yang sudah lewat, untuk kelompok lima orang atau lebih.',
  'My shift is over.': 'Giliran saya selesai.',
  'The agent’s shift ended': 'Giliran agen berakhir',
})
