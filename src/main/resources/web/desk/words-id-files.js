/** Files and pictures at the desk, in Indonesian. */
import { addWords } from '../shared/words.js'

addWords('id', {
  'Send a picture or a PDF': 'Kirim gambar atau PDF',
  'A file has at most 10 MB.': 'Ukuran berkas paling besar 10 MB.',
  'Save the file “{name}”': 'Simpan berkas “{name}”',
  'Save the picture': 'Simpan gambar',
  'Show it large': 'Tampilkan besar',
  'Picture from {name}: {file}': 'Gambar dari {name}: {file}',
  'This file is not there any more.': 'Berkas ini sudah tidak ada.',
  'Sending “{name}”': 'Mengirim “{name}”',
  'File: {name}': 'Berkas: {name}',
})
