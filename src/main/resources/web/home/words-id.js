/** Indonesian of the sample world's own pages. */
import { addWords } from '../shared/words.js'

addWords('id', {
  'Ask in the shop': 'Bertanya di toko',
  'Ask the chat in the corner about delivery or grinding: it answers from the help articles. Then ask for something only a person can do.':
    'Tanyakan pengiriman atau gilingan lewat obrolan di pojok: jawabannya dari artikel bantuan. Lalu minta sesuatu yang hanya bisa dilakukan orang.',
  'As Sari': 'Sebagai Sari',
  'As Tom': 'Sebagai Tom',
  'As a visitor': 'Sebagai pengunjung',
  'customer, order 1042': 'pelanggan, pesanan 1042',
  'customer, order 1057': 'pelanggan, pesanan 1057',
  'nobody yet': 'belum dikenal',
  'Answer at the desk': 'Menjawab di meja bantuan',
  'Take the conversation: what was asked, what the bot said and what is known about the customer are on one screen.':
    'Ambil percakapannya: apa yang ditanyakan, apa jawaban bot, dan apa yang diketahui tentang pelanggan ada di satu layar.',
  'agent, orders': 'agen, pesanan',
  'agent, machines': 'agen, mesin',
  'Read how it went': 'Membaca hasilnya',
  'See how satisfied customers are and why, open the conversation behind a comment, and improve the articles.':
    'Lihat seberapa puas pelanggan dan mengapa, buka percakapan di balik sebuah komentar, dan perbaiki artikelnya.',
  manager: 'manajer',
  administrator: 'administrator',
  'A support desk where nobody says it twice.': 'Meja bantuan tempat tak seorang pun perlu mengulang.',
  'This is the sample world: Kopi Nusantara, an online coffee shop. Play all three sides of it, best in two windows next to each other.':
    'Ini dunia contoh: Kopi Nusantara, sebuah toko kopi daring. Mainkan ketiga sisinya, sebaiknya dalam dua jendela berdampingan.',
  'Everybody’s password is': 'Kata sandi semua orang:',
  'None of this exists without': 'Semua ini tidak ada tanpa',

  'Privacy at Kopi Nusantara': 'Privasi di Kopi Nusantara',
  'What we keep': 'Yang kami simpan',
  'What you write in the chat is kept so that we can answer it, and so that you never have to say it twice. An automated assistant reads it first; a person does when you ask for one. Card numbers are masked before anything is stored.':
    'Yang Anda tulis di obrolan disimpan agar kami dapat menjawabnya, dan agar Anda tidak perlu mengulang. Asisten otomatis membacanya lebih dulu; seseorang membacanya bila Anda memintanya. Nomor kartu disamarkan sebelum apa pun disimpan.',
  'On your device': 'Di perangkat Anda',
  'Your browser keeps a key to your conversation for seven days. “Forget me on this device” in the chat’s menu deletes it.':
    'Peramban Anda menyimpan kunci percakapan selama tujuh hari. “Lupakan saya di perangkat ini” di menu obrolan menghapusnya.',
  'What you can ask of us': 'Yang dapat Anda minta',
  'Write to {address} and we send you everything we hold about you, or erase it.':
    'Tulis ke {address}, dan kami mengirim semua yang kami simpan tentang Anda, atau menghapusnya.',
  'Back to the shop': 'Kembali ke toko',
})
