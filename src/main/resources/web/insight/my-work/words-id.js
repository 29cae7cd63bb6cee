import { addWords } from '../../shared/words.js'

/** Everybody's own page in Indonesian. */
addWords('id', {
  'My work': 'Pekerjaan saya',
  'Only you see these numbers. Managers see what customers were unhappy with, and the notes you write here.':
    'Hanya Anda yang melihat angka ini. Manajer melihat apa yang membuat pelanggan tidak puas, dan catatan yang Anda tulis di sini.',
  'Causes of low marks': 'Penyebab nilai rendah',
  'What customers were unhappy with, and what was noted about it. It is no measure of a person.':
    'Apa yang membuat pelanggan tidak puas, dan catatan tentangnya. Ini bukan ukuran seseorang.',
  'Whose': 'Milik siapa',
  'Mine': 'Milik saya',
  'No longer here': 'Sudah tidak di sini',
  'Yours alone': 'Anda sendiri',
  'No colleague said anything in them.': 'Tidak ada rekan yang berbicara di dalamnya.',
  'You took part': 'Anda ikut serta',
  'Colleagues were in them too, before you or after you. They are not added to yours.':
    'Rekan juga ada di dalamnya, sebelum atau sesudah Anda. Tidak dijumlahkan dengan milik Anda.',
  'Alone': 'Sendiri',
  'Took part': 'Ikut serta',
  'What they said': 'Apa kata mereka',
  'Which': 'Yang mana',
  'Low marks': 'Nilai rendah',
  'All that were rated': 'Semua yang dinilai',
  'No low marks in these days.': 'Tidak ada nilai rendah pada hari-hari ini.',
  'All': 'Semua',
  'not rated': 'tidak dinilai',
  'You were in no conversation in these days.': 'Anda tidak ikut dalam percakapan apa pun pada hari-hari ini.',
  'Nothing was rated in these days.': 'Tidak ada yang dinilai pada hari-hari ini.',
  'None in these days.': 'Tidak ada pada hari-hari ini.',
  'Conversations': 'Percakapan',
  'First response, median': 'Tanggapan pertama, median',
  'With a person, median': 'Dengan petugas, median',
  'Marks 1 to 5': 'Nilai 1 sampai 5',
  'What low marks were for': 'Untuk apa nilai rendahnya',
  'Did not say': 'Tidak mengatakan',
  'with {names}': 'bersama {names}',
  'Note': 'Catatan',
  'Add a note': 'Tambah catatan',
  'Change the note': 'Ubah catatan',
  'Your note, for you and your managers': 'Catatan Anda, untuk Anda dan manajer Anda',
})
