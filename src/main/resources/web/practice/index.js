/** The bundle of the practice page. It has one of its own, because it draws the desk's console around something that is none. */
import '../shared/page.js'
import './practice.js'
