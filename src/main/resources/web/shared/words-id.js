/** The staff pages' shared words in Indonesian. A page adds its own in its own file. */
import { addWords } from './words.js'

addWords('id', {
  'Desk': 'Meja',
  'Satisfaction': 'Kepuasan',
  'Articles': 'Artikel',
  'People': 'Staf',
  'Customers': 'Pelanggan',
  'Agent': 'Agen',
  'Manager': 'Manajer',
  'Administrator': 'Administrator',
  'Pages': 'Halaman',
  'Skip to the page': 'Langsung ke halaman',
  'Menu of {name}': 'Menu {name}',
  'Sign out': 'Keluar',
  'Loading': 'Memuat',
  'Something went wrong.': 'Ada yang tidak beres.',
  'Try again': 'Coba lagi',
  'No connection to the server.': 'Tidak ada sambungan ke server.',
  'Check the network and try again.': 'Periksa jaringan, lalu coba lagi.',
  'The server could not do this.': 'Server tidak dapat melakukannya.',
  'just now': 'baru saja',
})
