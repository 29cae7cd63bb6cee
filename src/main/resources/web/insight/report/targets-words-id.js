import { addWords } from '../../shared/words.js'

/** Targets, and times of working hours, in Indonesian. */
addWords('id', {
  'Targets kept': 'Target tercapai',
  'Opening hours': 'Jam buka',
  'What low marks were for': 'Alasan nilai rendah',
  'No targets are set.': 'Belum ada target.',
  'Say how fast customers are to be helped': 'Tentukan seberapa cepat pelanggan harus dibantu',
  'Nothing was due in these days.': 'Tidak ada yang jatuh tempo pada hari-hari ini.',
  'The house': 'Kantor',
  'A first response is due from the moment somebody asks for a person; whoever left before it was due does not count. A resolution is due from opening or reopening, where a person took part. All are judged by the targets and hours of now.':
    'Tanggapan pertama dihitung sejak petugas diminta; yang pergi sebelum batasnya tidak dihitung. Penyelesaian dihitung sejak dibuka atau dibuka lagi, bila ada petugas. Semua dinilai dengan target dan jam kerja yang berlaku sekarang.',
  'Missed': 'Terlewat',
  'Kept': 'Tercapai',
  'Kept or missed': 'Tercapai atau terlewat',
  '{time} to the first word': '{time} sampai kata pertama',
  '{time} to the end': '{time} sampai selesai',
  'of working hours': 'jam kerja',
  'by the clock': 'menurut jam dinding',
  'In working hours': 'Dalam jam kerja',
  'Median, in working hours': 'Median, dalam jam kerja',
  'By the clock': 'Menurut jam dinding',
  'Which time': 'Waktu yang mana',
  'Inside opening hours': 'Di dalam jam buka',
  'Outside opening hours': 'Di luar jam buka',
  'Inside and outside opening hours': 'Di dalam dan di luar jam buka',
  'By when the conversation began, in the hours that are set.': 'Menurut kapan percakapan dimulai, dengan jam yang diatur.',
})
