/**
 * The bundle of the managers' pages. One bundle, because whoever reads the report goes to the articles
 * next; each page draws the one element it carries.
 */
import './report/index.js'
import './loyalty/index.js'
import './wall/index.js'
import './my-work/index.js'
import './follow-ups/index.js'
import './themes/index.js'
import './articles/index.js'
import './people/index.js'
import './replies/index.js'
import './customers/index.js'
import './settings/index.js'
