/**
 * Where Web Bundler begins: it bundles the `index.js` of a folder and all that it imports. The empty
 * export says that this is a module; without it esbuild would wrap the whole for CommonJS.
 */
import './widget.js'

export {}
