/**
 * The bundle of the managers' pages. One bundle, because whoever reads the report goes to the articles
 * next; each page draws the one element it carries.
 */
import './report/index.js'
import './articles/index.js'
import './people/index.js'
import './customers/index.js'
