import { addWords } from '../shared/words.js'

addWords('id', {})
