/** Goodwill at the desk, in Indonesian. */
import { addWords } from '../shared/words.js'

addWords('id', {
  'Give': 'Beri',
  'Give something': 'Beri sesuatu',
  'Why': 'Mengapa',
  'It stays on record with who gave it. The customer does not see it.': 'Tercatat bersama siapa yang memberi. Pelanggan tidak melihatnya.',
  'Nothing may be given yet. A manager says what, in the settings.': 'Belum ada yang boleh diberikan. Manajer menentukannya di pengaturan.',
  'Voucher': 'Voucher',
  'Free shipping': 'Gratis ongkir',
  'Points': 'Poin',
  'Refund': 'Pengembalian dana',
  '{n} points': '{n} poin',
  'up to {amount}': 'sampai {amount}',
  'costs {amount}': 'biaya {amount}',
  'more than is left': 'melebihi sisa',
  'Left: {today} for you today, {customer} for this customer in {days} days.': 'Sisa: {today} untuk Anda hari ini, {customer} untuk pelanggan ini dalam {days} hari.',
  'Given here already: {what}.': 'Sudah diberikan di sini: {what}.',
  'How much, in {currency}': 'Berapa, dalam {currency}',
  'Give it again all the same': 'Tetap beri lagi',
  'Given: {what}': 'Diberikan: {what}',
  'gave': 'memberi',
  'You gave': 'Anda memberi',
  '{name} gave': '{name} memberi',
  'Code': 'Kode',
})
