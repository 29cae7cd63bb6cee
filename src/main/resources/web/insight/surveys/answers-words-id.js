import { addWords } from '../../shared/words.js'
import './words-id.js'

/** What was answered to each question, in Indonesian. */
addWords('id', {
  'By the day on which they answered, whenever the conversation was.': 'Menurut hari mereka menjawab, kapan pun percakapannya.',
  'Answers, question by question': 'Jawaban, tiap pertanyaan',
  'Nobody answered a survey in these days.': 'Tidak ada yang menjawab survei pada hari-hari ini.',
  '{n} of {of} answered it': '{n} dari {of} menjawabnya',
  'Answer': 'Jawaban',
  'Yes': 'Ya',
  'No': 'Tidak',
  '{n} answer': '{n} jawaban',
  '{n} answers': '{n} jawaban',
  'mean {mean}': 'rata-rata {mean}',
  'Nobody wrote anything.': 'Tidak ada yang menulis.',
  'All {n}': 'Semua {n}',
  'answers: open them': 'jawaban: buka',
  'the conversation of this answer': 'percakapan jawaban ini',
})
