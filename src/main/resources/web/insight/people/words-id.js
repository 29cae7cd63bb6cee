import { addWords } from '../../shared/words.js'

/** The people page in Indonesian. */
addWords('id', {
  'Who answers, who reads, who runs this desk.': 'Siapa yang menjawab, membaca, dan mengurus meja ini.',
  'Nobody yet.': 'Belum ada siapa-siapa.',
  'Role': 'Peran',
  'Status': 'Status',
  'Teams': 'Tim',
  'Holds': 'Memegang',
  'Change': 'Ubah',
  'you': 'Anda',
  'online': 'daring',
  'away': 'sedang pergi',
  'offline': 'luring',
  'deactivated': 'dinonaktifkan',
  // Invite
  'Invite somebody': 'Undang seseorang',
  'Invite': 'Undang',
  'Inviting …': 'Mengundang …',
  'takes conversations of their teams': 'menangani percakapan timnya',
  'also reads the reports and writes the articles': 'juga membaca laporan dan menulis artikel',
  'also runs people and customers': 'juga mengurus staf dan pelanggan',
  '{name} is invited.': '{name} sudah diundang.',
  '{name} is invited': '{name} sudah diundang',
  'Give this link to {name}. It works once and is not shown again; there they choose a password and are in.':
    'Berikan tautan ini kepada {name}. Hanya berlaku sekali dan tidak ditampilkan lagi; di sana ia memilih kata sandi dan langsung masuk.',
  // Deactivate, activate, reset
  'Activate': 'Aktifkan',
  'Deactivate': 'Nonaktifkan',
  'Reset password': 'Atur ulang kata sandi',
  'Deactivate {name}?': 'Nonaktifkan {name}?',
  'Activate {name} again?': 'Aktifkan {name} lagi?',
  'Reset the password of {name}?': 'Atur ulang kata sandi {name}?',
  'Make a link': 'Buat tautan',
  'New password for {name}': 'Kata sandi baru untuk {name}',
  'Give this link to {name}. It works once and is not shown again; opening it sets a new password.':
    'Berikan tautan ini kepada {name}. Hanya berlaku sekali dan tidak ditampilkan lagi; di sana kata sandi baru dibuat.',
  '{name} is active.': '{name} aktif.',
  '{name} is deactivated.': '{name} dinonaktifkan.',
  'They can sign in again with the password they had, with the same role and teams.': 'Ia dapat masuk lagi dengan kata sandi yang dulu, dengan peran dan tim yang sama.',
  'You get a link to hand over. The old password works until a new one is set with it; then every session of theirs ends.':
    'Anda mendapat tautan untuk diserahkan. Kata sandi lama berlaku sampai yang baru dibuat; lalu semua sesinya berakhir.',
  'Their sessions end at once, and they cannot sign in.': 'Sesinya langsung berakhir, dan ia tidak dapat masuk.',
  'The {n} conversation they hold goes back to the head of the queue, with its brief.': '{n} percakapan yang dipegangnya kembali ke depan antrean, dengan ringkasannya.',
  'The {n} conversations they hold go back to the head of the queue, with their briefs.': '{n} percakapan yang dipegangnya kembali ke depan antrean, dengan ringkasannya.',
  'They hold no conversation now.': 'Ia tidak memegang percakapan sekarang.',
  'What they wrote and how it was rated stays in the conversations and reports.': 'Yang ditulisnya dan penilaiannya tetap ada dalam percakapan dan laporan.',
  'You can activate them again.': 'Anda dapat mengaktifkannya lagi.',
})
