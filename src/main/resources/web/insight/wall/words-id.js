import { addWords } from '../../shared/words.js'

/** The wall in Indonesian. */
addWords('id', {
  'Now': 'Sekarang',
  'Looking …': 'Melihat …',
  'No connection: these numbers may be old.': 'Tidak terhubung: angka ini mungkin sudah lama.',
  'Waiting': 'Menunggu',
  'Somebody has waited too long': 'Ada yang menunggu terlalu lama',
  'They wait for a person': 'Mereka menunggu petugas',
  'Nobody waits': 'Tidak ada yang menunggu',
  'Longest wait': 'Menunggu paling lama',
  'since {time}': 'sejak {time}',
  'Online': 'Daring',
  '{n} away': '{n} tidak di tempat',
  'In hand': 'Ditangani',
  'conversations with a person': 'percakapan dengan petugas',
  'Today': 'Hari ini',
  'The figures of today are being counted.': 'Angka hari ini sedang dihitung.',
  'Conversations': 'Percakapan',
  'Solved by the bot': 'Diselesaikan bot',
  'Handed over': 'Dialihkan ke petugas',
  'Resolved': 'Tuntas',
  'Good answers': 'Jawaban baik',
  'of {n} answer': 'dari {n} jawaban',
  'of {n} answers': 'dari {n} jawaban',
})
