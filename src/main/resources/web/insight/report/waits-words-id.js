/** What customers were told of their wait, in Indonesian. */
import { addWords } from '../../shared/words.js'

addWords('id', {
  'What they were told of their wait': 'Yang dikatakan tentang lama menunggu',
  'When somebody begins to wait for a person they are told how long, as a range. It is kept when a person came no later than its upper end.':
    'Saat seseorang mulai menunggu, ia diberi tahu kisaran lamanya. Janji itu ditepati bila orang datang tidak lebih lambat dari batas atasnya.',
  'Nobody was told how long they would wait in these days.': 'Pada hari-hari ini tidak ada yang diberi tahu lama menunggu.',
  'Had a person in time': 'Dilayani tepat waktu',
  'Waited longer than told': 'Menunggu lebih lama dari yang dikatakan',
  'Left before': 'Pergi sebelumnya',
  'Still wait, within what they were told': 'Masih menunggu, dalam batasnya',
  '{share} of those who waited to the end had a person no later than they were told. In the median they were told {likely} to {most}, and waited {waited}.':
    '{share} dari yang menunggu sampai akhir dilayani tidak lebih lambat dari yang dikatakan. Mediannya: dikatakan {likely} sampai {most}, menunggu {waited}.',
  'The share: {spread} with 95% certainty.': 'Bagian itu: {spread} dengan kepastian 95%.',
  'Nothing is decided yet.': 'Belum ada yang terbukti.',
  'Waits that were told': 'Lama menunggu yang dikatakan',
  'What became of it': 'Hasilnya',
  'Customers': 'Pelanggan',
  'How shifts were': 'Bagaimana giliran kerja',
  'What people answered when their shift ended: weeks that are over, groups of five or more. It says nothing of one person.':
    'Jawaban di akhir giliran: pekan yang sudah lewat, kelompok lima orang atau lebih. Tidak mengatakan apa pun tentang satu orang.',
  'Nothing to show yet.': 'Belum ada yang dapat ditampilkan.',
  'A group is shown when five people of it answered in a week that is over.': 'Kelompok ditampilkan bila lima orangnya menjawab dalam pekan yang sudah lewat.',
  'Week from': 'Pekan mulai',
  'People': 'Orang',
  'On average, of 5': 'Rata-rata, dari 5',
  'Smaller teams together': 'Gabungan tim kecil',
})
