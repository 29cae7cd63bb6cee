/**
 * The bundle of the desk, the login, the join page and the one where nothing is. One bundle, because the login then has already
 * fetched what the desk needs; each page draws the one element it carries.
 */
import '../shared/page.js'
import './desk.js'
import './login.js'
import './join.js'
import './lost.js'
