import { addWords } from '../../shared/words.js'

/** What those who gave no mark probably thought, in Indonesian. */
addWords('id', {
  'a long wait': 'menunggu lama',
  'a first word later than its target': 'kata pertama melewati target',
  'asked for what they had told': 'ditanya hal yang sudah dikatakan',
  'had written within the week before': 'sudah menulis dalam seminggu sebelumnya',
  'sounded upset': 'terdengar kesal',
  'calm at first, upset at last': 'tenang di awal, kesal di akhir',
  'upset, but calm at last': 'kesal, tetapi tenang di akhir',
  'a thumb down on an answer': 'jempol turun untuk jawaban',
  'a thumb up on an answer': 'jempol naik untuk jawaban',
  'a person was there': 'ada petugas',
  'handed on to another person': 'diteruskan ke petugas lain',
  'said that it was solved': 'mengatakan sudah selesai',
  'ended in silence': 'berakhir tanpa kabar',
  'gave up waiting': 'menyerah menunggu',
  'it took long': 'berlangsung lama',
  'a promise that was not kept': 'janji yang tidak ditepati',
  'expected unhappy: {share} ({because})': 'diperkirakan tidak puas: {share} ({because})',
  'expected unhappy: {share} ({because}; but: {against})': 'diperkirakan tidak puas: {share} ({because}; tetapi: {against})',
  'expected unhappy: {share} (what speaks against it: {against})': 'diperkirakan tidak puas: {share} (yang menentangnya: {against})',
  'expected unhappy: {share}': 'diperkirakan tidak puas: {share}',
  'What those who said nothing probably thought': 'Apa yang mungkin dirasakan yang tidak menilai',
  'Nothing is expected of anybody yet.': 'Belum ada perkiraan.',
  'Nothing ended in these days.': 'Tidak ada yang berakhir pada hari-hari ini.',
  'Of {n} conversations that ended, {share} are expected to have left somebody unhappy (a 1 or 2).':
    'Dari {n} percakapan yang berakhir, {share} diperkirakan membuat pelanggan tidak puas (1 atau 2).',
  'Of those who gave no mark it is {share}.': 'Dari yang tidak memberi nilai: {share}.',
  'It was learned from {n} marks. On the newest {held}, which it had not seen, it expected the unhappier of two rightly in {auroc} of 100 pairs ({low} to {high}; chance is 50), and its error was {gain} lower than that of expecting the usual share of everybody ({gainLow} to {gainHigh}).':
    'Dipelajari dari {n} nilai. Pada {held} nilai terbaru yang belum dilihatnya, yang lebih tidak puas dari dua pelanggan ditebak benar pada {auroc} dari 100 pasang ({low} sampai {high}; kebetulan 50), dan galatnya {gain} lebih rendah daripada mengira semua sama seperti biasanya ({gainLow} sampai {gainHigh}).',
  'It is a guess and no rating: it counts in no other figure, is not made of people, and changes nobody’s turn.':
    'Ini perkiraan, bukan nilai: tidak dihitung dalam angka lain, tidak dibuat per orang, dan tidak mengubah giliran siapa pun.',
  'What speaks for and against': 'Yang mendukung dan menentang',
  'In the conversation': 'Dalam percakapan',
  'Odds of being unhappy': 'Peluang tidak puas',
  'Each for one usual step (a standard deviation), all else alike. It is correlation.':
    'Masing-masing untuk satu langkah biasa (satu simpangan baku), hal lain sama. Ini korelasi.',
  'Marks are looked at once a day, for the first time soon after the start.': 'Nilai dilihat sekali sehari, pertama kali segera setelah mulai.',
  'It takes {fewest} marks and {fewestUnhappy} low ones among them; there is {n}, with {unhappy} low.':
    'Perlu {fewest} nilai dengan {fewestUnhappy} nilai rendah; baru ada {n}, dengan {unhappy} rendah.',
  'It takes {fewest} marks and {fewestUnhappy} low ones among them; there are {n}, with {unhappy} low.':
    'Perlu {fewest} nilai dengan {fewestUnhappy} nilai rendah; baru ada {n}, dengan {unhappy} rendah.',
  'On the newest {held} marks what was learned from the others was no better than expecting the usual share of everybody: the unhappier of two rightly in {auroc} of 100 pairs ({low} to {high}; chance is 50).':
    'Pada {held} nilai terbaru, yang dipelajari dari nilai lain tidak lebih baik daripada mengira semua sama seperti biasanya: yang lebih tidak puas dari dua pelanggan ditebak benar pada {auroc} dari 100 pasang ({low} sampai {high}; kebetulan 50).',
})
