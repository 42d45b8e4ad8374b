import '../app/tokens.css'
import './designer.css'
import './canvas.css'
import './dialog.css'
import { loadFontIfMissing } from '../app/font.ts'
import { startDesigner } from './designer.ts'

const into = document.getElementById('designer')
// Only ever inside the studio's frame, and only with an origin of its own.
if (into && window.parent !== window && window.origin === 'null') {
  loadFontIfMissing()
  startDesigner(into)
}
