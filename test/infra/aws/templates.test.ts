/** All that is proved on the templates, in one run: they are synthesised once. One part alone: `-t 'the API'`. */
import './templates/api.ts'
import './templates/china.ts'
import './templates/data.ts'
import './templates/jobs.ts'
import './templates/locks.ts'
import './templates/master-key.ts'
import './templates/rights.ts'
