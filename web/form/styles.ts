import './form.css'
import './rows.css'
import './progress.css'
import './reading.css'
