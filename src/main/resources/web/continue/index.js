/** The page behind the link in a mail. */
import './continue.js'

export {}
