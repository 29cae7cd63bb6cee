import { addWords } from '../../shared/words.js'

/** The digest's setting in Indonesian. */
addWords('id', {
  'Digest': 'Ringkasan',
  'Never': 'Tidak pernah',
  'Every day': 'Setiap hari',
  'Every week': 'Setiap minggu',
  'On': 'Pada hari',
  'From this hour on': 'Mulai pukul',
  'By mail to': 'Lewat surel ke',
  'An address a line.': 'Satu alamat per baris.',
  'Also to webhooks that ask for digests': 'Juga ke webhook yang meminta ringkasan',
  'The figures of the report’s first page beside those of the days before, for whoever does not come by every day.':
    'Angka halaman pertama laporan di samping angka hari-hari sebelumnya, bagi yang tidak mampir setiap hari.',
  'What it would say now': 'Isinya bila dikirim sekarang',
  'Send me one now': 'Kirimi saya sekarang',
  'To {address}': 'Ke {address}',
  'It is on its way.': 'Sedang dikirim.',
  'It is on its way to {address}.': 'Sedang dikirim ke {address}.',
  'Mail is not set up. The README says how; webhooks work without it.': 'Surel belum diatur. Caranya ada di README; webhook tetap berfungsi.',
  'A digest went out': 'Ringkasan dikirim',
})
