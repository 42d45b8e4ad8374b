/**
 * The codes of the dictionary by what stands before their dot, without the rest of it: all that a function needs to
 * tell whether a field points somewhere. A test holds them equal to the dictionary.
 */
const names: Readonly<Record<string, string>> = {
  person: [
    'name id-number no-id phone relation age-group traits health disability-grade self-care education',
    'work income',
  ].join(' '),
  household: [
    'class members size address division hukou-division separated income income-per-person',
    'other-income income-sources property property-note burdens medical-cost living-alone caregiver',
    'caregiver-name doorbell',
  ].join(' '),
  housing: 'kind state hygiene',
  case: [
    'source registered-on urgency remark requested-items object-class hardship opinion opinion-reason',
  ].join(' '),
  consent: 'informed',
  visit: 'date type respondent findings risk risk-note signed photo',
  decision: [
    'service-number items item quantity frequency period-from period-to provider-type provider',
    'agreement county-referral consent stamped result date',
  ].join(' '),
  'self-care': 'eat dress transfer toilet walk bathe unmet level institution',
  assessment: 'date reason method next note assessor',
  need: [
    'economy health education housing employment guardianship inclusion evidence indicators wishes',
    'suggestion psychology living support capacity mind life list',
  ].join(' '),
  ability: [
    'eating grooming bathing upper-dressing lower-dressing bladder bowel toileting bed-mobility',
    'transfer walking stairs time space person memory comprehension expression aggression depression',
    'consciousness vision hearing daily-affairs transport social-contact coma diagnosis any-event',
    'events',
  ].join(' '),
  outreach: 'object-kind minor-kind assistance protection identity-note filed',
  referral: [
    'date from worker to-type to across region reason needs consent shared due state refused-because',
    'answered-on receiver feedback closed-on',
  ].join(' '),
  transfer: [
    'date from to state allocated spent moved handed approval approved-on accepted accepted-on note',
  ].join(' '),
  alert: 'date place kind what danger police reported-to reported-on reporter actions receipt',
  return: 'date type services effect effect-note new-needs new-needs-note next',
  check: [
    'kind batch record date method checker present real count quality content problem due recheck',
    'rechecked-on',
  ].join(' '),
  complaint: [
    'date channel kind anonymous name phone about against content handler due state upheld result',
    'replied-on content-with',
  ].join(' '),
  project: 'name willing willing-how dilemmas youth youth-age youth-education youth-wish',
  plan: [
    'date version change-reason needs goal members member-goal interventions responsible resource',
    'policy from to measure chain chain-party chain-help chain-state agreed-by-family approver',
    'approval approved-on',
  ].join(' '),
  'case-visit': 'date number contact stage purpose minutes content feelings feedback next next-on',
  group: [
    'name type type-other goal target planned staff members member-attended sessions session-date',
    'session-theme session-present session-note size held attendance summary',
  ].join(' '),
  activity: 'name type topics topic-other date place heads volunteers staff content effect photo',
  closure: [
    'date reason reason-note achieved achieved-note tested untested-reason plan-adjusted reported-on',
    'after approver approved-on',
  ].join(' '),
  service: [
    'date start end hours quantity unit method tier worker worker-trained badge-worn content result',
    'result-note confirmed-by unconfirmed-reason abnormal abnormal-note follow-up follow-up-on',
    'counted-elsewhere other-project',
  ].join(' '),
  statement: [
    'month township lines fee-from price quantity amount total cap-reduction deduction',
    'deduction-reason advance payable funding fund fund-amount applicant applied-on check difference',
    'checker checked-on state',
  ].join(' '),
  notice: 'township village from term to place rows minor masked-name checks photo hotline maker',
  subsidy: [
    'year helper trained-on object records month times times-year rate amount village-opinion',
    'township-opinion opinion-note reviewed-on',
  ].join(' '),
  satisfaction: 'date item attitude timely fit effect overall words respondent channel',
  effect: [
    'stage date paired paired-on before-economy before-psychology before-health before-education',
    'before-employment note',
  ].join(' '),
  story: 'title background process methods effect lessons consent deidentified state approver',
  report: [
    'type unit from to households visits visits-each cases groups sessions activities publicity',
    'referrals exits stories new-objects new-visited new-rate other-objects other-visited other-rate',
    'filed spent-assessment spent-service spent-other spent spent-cash cash-reason progress effect',
    'problems next survey-done writer',
  ].join(' '),
  application: 'district households budget each matching added staff summary',
  provider: [
    'code rating rating-reason legal contact contract signed-on from to amount filed-with filed-on',
    'filings schemes on-duty late-reason year-of-cycle last-year public replacement staff staff-post',
    'certificate certificate-number certificate-to full-time staff-count certified-count',
  ].join(' '),
  training: [
    'year person role records type date topic trainer organiser hours evidence hours-training',
    'hours-supervision passed ability badge',
  ].join(' '),
  station: [
    'name level checked-on checker sign sign-text sign-visible site rooms structure process rules',
    'papers badges trained records lists missing problem due',
  ].join(' '),
  review: [
    'unit date period year stations training supervision routine staff finance qualification',
    'governance talent results supervised effect management influence evidence stage problems result',
    'by',
  ].join(' '),
}

/** Every code of the dictionary. */
export const elementCodes: ReadonlySet<string> = new Set(
  Object.entries(names).flatMap(([group, list]) => list.split(' ').map((name) => `${group}.${name}`)),
)

/** Whether the shared dictionary has an element with this code. */
export const isElementCode = (code: string): boolean => elementCodes.has(code)
