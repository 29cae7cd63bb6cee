const en = {
  skip: 'To the coffee',
  demo: 'Sample shop',
  youAre: 'You are',
  people: { sari: 'Sari', tom: 'Tom', visitor: 'a visitor' },
  language: 'Language',
  back: 'All sample pages',
  shop: 'Shop',
  nav: ['Coffee', 'Machines', 'Grinders', 'Gifts'],
  kind: 'Single origin · Arabica',
  name: 'Gayo Highland',
  lead: 'From family gardens above Lake Laut Tawar in Aceh, wet-hulled and dried on raised beds. A deep, quiet cup that is as good on the second day of a journey as it is on a Sunday morning.',
  tastes: 'Tastes of',
  notes: ['Dark chocolate', 'Brown sugar', 'Clove'],
  size: 'Size',
  sizes: [
    ['250 g', 'Rp 98.000'],
    ['500 g', 'Rp 184.000'],
    ['1 kg', 'Rp 345.000']
  ],
  add: 'Add to basket',
  added: 'In your basket. (This is a sample shop: nothing is sold.)',
  shipping: 'Roasted on Tuesdays and Fridays, sent the same day.',
  factsTitle: 'About this coffee',
  facts: [
    ['Grown', '1,450 m, Gayo, Aceh'],
    ['Process', 'Wet-hulled, sun-dried'],
    ['Roast', 'Medium, for filter and espresso'],
    ['Growers', '38 families, paid above market']
  ],
  brewTitle: 'How we brew it',
  brew: [
    '18 g of coffee, ground like coarse sand.',
    '300 ml of water, just off the boil.',
    'Pour slowly in four rounds; it is ready after three minutes.'
  ],
  picture: 'A kraft paper bag of Gayo Highland coffee; its label shows the sun rising behind two mountains',
  footer: 'Kopi Nusantara is a made-up shop that shows Ramah at work.',
  privacy: 'Privacy'
}

const id = {
  skip: 'Ke kopinya',
  demo: 'Toko contoh',
  youAre: 'Anda adalah',
  people: { sari: 'Sari', tom: 'Tom', visitor: 'pengunjung' },
  language: 'Bahasa',
  back: 'Semua halaman contoh',
  shop: 'Toko',
  nav: ['Kopi', 'Mesin', 'Penggiling', 'Hadiah'],
  kind: 'Satu asal · Arabika',
  name: 'Gayo Highland',
  lead: 'Dari kebun keluarga di atas Danau Laut Tawar, Aceh, digiling basah dan dijemur di para-para. Secangkir yang dalam dan tenang, sama nikmatnya di perjalanan maupun pada Minggu pagi.',
  tastes: 'Rasa',
  notes: ['Cokelat hitam', 'Gula aren', 'Cengkih'],
  size: 'Ukuran',
  sizes: en.sizes,
  add: 'Masukkan keranjang',
  added: 'Sudah di keranjang. (Ini toko contoh: tidak ada yang dijual.)',
  shipping: 'Disangrai tiap Selasa dan Jumat, dikirim di hari yang sama.',
  factsTitle: 'Tentang kopi ini',
  facts: [
    ['Ditanam', '1.450 m, Gayo, Aceh'],
    ['Proses', 'Giling basah, dijemur'],
    ['Sangrai', 'Sedang, untuk seduh dan espreso'],
    ['Petani', '38 keluarga, dibayar di atas harga pasar']
  ],
  brewTitle: 'Cara kami menyeduh',
  brew: [
    '18 g kopi, digiling seperti pasir kasar.',
    '300 ml air, sesaat setelah mendidih.',
    'Tuang perlahan empat kali; siap setelah tiga menit.'
  ],
  picture: 'Kantong kertas kopi Gayo Highland; labelnya bergambar matahari terbit di balik dua gunung',
  footer: 'Kopi Nusantara adalah toko rekaan untuk menunjukkan cara kerja Ramah.',
  privacy: 'Privasi'
}

export function wordsOf(language) {
  return { en, id }[language]
}
