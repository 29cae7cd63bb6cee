import { addWords } from '../../shared/words.js'
// Reasons, endings and faces have the desk's words; ours come after them.
import '../../desk/words-id.js'

/** Words of several pages in Indonesian. */
addWords('id', {
  'Close': 'Tutup',
  'Cancel': 'Batal',
  'Name': 'Nama',
  'E-mail': 'Email',
  'Language': 'Bahasa',
  'Languages': 'Bahasa',
  'One-time link': 'Tautan sekali pakai',
  'Copy': 'Salin',
  'Copied': 'Tersalin',
  'The link is copied.': 'Tautan sudah disalin.',
  '{name} is saved.': '{name} tersimpan.',
  'The same rows for programs, a JSON object a line': 'Baris yang sama untuk program, satu objek JSON per baris',
  '{n} conversation': '{n} percakapan',
  '{n} conversations': '{n} percakapan',
  'From': 'Dari',
  'open': 'masih terbuka',
  'None': 'Tidak ada',
  '{name}, alone': '{name}, sendiri',
  '{name}, took part': '{name}, ikut serta',
  'An article answers it': 'Dijawab oleh artikel',
  'A suggestion was tapped': 'Sebuah saran dipilih',
  'Likely, but not sure enough': 'Mungkin, tetapi belum cukup yakin',
  'A greeting': 'Salam',
  'Thanks': 'Terima kasih',
  'A goodbye': 'Pamit',
  'Bot alone': 'Hanya bot',
  'Person': 'Orang',
  'the answer': 'jawabannya',
  'the wait': 'waktu tunggu',
  'our rules': 'aturan kita',
  'the person': 'petugasnya',
  'the product': 'produknya',
})
