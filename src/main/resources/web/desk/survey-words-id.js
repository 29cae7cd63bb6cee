import { addWords } from '../shared/words.js'
import '../insight/surveys/names-id.js'

/** What colleagues see of a survey, in Indonesian. */
addWords('id', {
  'Ask in the chat': 'Tanya di obrolan',
  'Ask by mail': 'Tanya lewat email',
  'Make a link': 'Buat tautan',
  'Which survey': 'Survei yang mana',
  'Copy the link': 'Salin tautan',
  'Don’t ask …': 'Jangan tanya …',
  'Don’t ask': 'Jangan tanya',
  'Why not?': 'Mengapa tidak?',
  'Note for colleagues': 'Catatan untuk rekan',
  'Answered': 'Menjawab',
  'Asked by mail': 'Ditanya lewat email',
  'Asked by link': 'Ditanya lewat tautan',
  'Asked in the chat': 'Ditanya di obrolan',
  'Going to be asked.': 'Akan ditanya.',
  'Decided when it is over.': 'Diputuskan saat selesai.',
  'Asking by hand is not possible: {why}.': 'Tidak dapat ditanya manual: {why}.',
  'The customer is asked.': 'Pelanggan ditanya.',
  'The customer is not asked.': 'Pelanggan tidak ditanya.',
  'The link is copied.': 'Tautan sudah disalin.',
  'A survey was mailed to {address}': 'Survei dikirim ke {address} lewat email',
})
