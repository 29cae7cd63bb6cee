import '../../shared/page.js'
