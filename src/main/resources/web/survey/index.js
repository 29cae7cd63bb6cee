/** The page behind a link to a survey. */
import './page.js'

export {}
