/** Where Web Bundler begins. */
import './shop.js'

export {}
