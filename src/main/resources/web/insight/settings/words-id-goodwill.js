/** Goodwill in the settings, in Indonesian. */
import { addWords } from '../../shared/words.js'

addWords('id', {
  'Goodwill': 'Kebaikan hati',
  'What may be given': 'Yang boleh diberikan',
  'Add one': 'Tambah',
  'Nothing yet.': 'Belum ada.',
  'Add what agents may give customers when something went wrong.': 'Tambahkan yang boleh diberikan agen kepada pelanggan ketika ada yang salah.',
  'How much each role may give': 'Berapa yang boleh diberikan tiap peran',
  'Given in the last 30 days': 'Diberikan dalam 30 hari terakhir',
  'Nothing was given.': 'Tidak ada yang diberikan.',
  'Gesture': 'Pemberian',
  'Kind': 'Jenis',
  'For the customer': 'Untuk pelanggan',
  'Costs us': 'Biaya kami',
  'not given any more': 'tidak diberikan lagi',
  'what is given': 'sebesar yang diberikan',
  'Currency': 'Mata uang',
  'Days that count for a customer': 'Hari yang dihitung untuk pelanggan',
  'Role': 'Peran',
  'One of them in 24 hours': 'Satu orang dalam 24 jam',
  'A customer in these days': 'Seorang pelanggan dalam hari-hari itu',
  'Counted is what gestures cost. What a customer may get counts what everybody gave them. 0 means nothing.':
    'Yang dihitung adalah biayanya. Untuk pelanggan dihitung pemberian dari semua orang. 0 berarti tidak ada.',
  'erased': 'dihapus',
  'Something to give': 'Sesuatu untuk diberikan',
  'What colleagues call it': 'Nama di antara rekan',
  'At most, in {currency}': 'Paling banyak, dalam {currency}',
  'Worth, in {currency}': 'Senilai, dalam {currency}',
  'What it costs us, in {currency}': 'Biaya bagi kami, dalam {currency}',
  'Codes begin with': 'Kode diawali dengan',
  'Each customer gets one of their own, and a webhook tells it to the shop. Empty: no code.':
    'Tiap pelanggan mendapat kode sendiri, dan webhook memberitahukannya ke toko. Kosong: tanpa kode.',
  'May be given': 'Boleh diberikan',
})
