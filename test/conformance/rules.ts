import { type Deliberate, setting } from './deliberate.ts'

/** Where a rule or condition reads answers in another way. */
export const rules: readonly Deliberate[] = [
  {
    id: 'list-index',
    title: 'An old condition asks whether a list contains a value',
    reason: 'The peer takes a value of digits for a place in the list.',
    applies: (one) => one.asksIndex,
  },
  {
    id: 'list-equality',
    title: 'A list is never equal to a text in JSON Logic',
    reason: 'The peer joins it to a text first.',
    applies: (one) => one.comparesList,
  },
  {
    id: 'asks-blank',
    title: 'A condition that compares with an empty text asks whether nothing was answered',
    reason: 'The peer tells an empty text that was sent from one that was not; to people both are nothing.',
    applies: (one) => one.asksBlank,
  },
  {
    id: 'hidden-list',
    title: 'For conditions a hidden list is as empty as one that is not answered',
    reason: 'To the peer the one is nothing and the other an empty list, which its operators tell apart.',
    applies: (one) => one.asksHiddenList,
  },
  {
    id: 'required-list',
    title: 'For conditions a list that a rule requires is as empty as any other',
    reason:
      'To the peer a required list that is not answered is nothing, and any other an empty list; that a rule requires it must not change what else is shown.',
    applies: (one) => one.asksRequiredList,
  },
  {
    id: 'empty-boxes',
    title: 'Select boxes that are not answered have no value',
    reason: 'The peer stores an empty object, which is true in JSON Logic.',
    applies: (one) => one.readsBoxes,
  },
  {
    id: 'rule-in-rows',
    title: 'A rule of logic acts in every row by itself',
    reason: 'The peer changes the component in the first row that asks for it and never changes it back.',
    applies: (one) => one.ruled && /\[[1-9]\d*\]/.test(one.path),
  },
  {
    id: 'condition-null',
    title: 'A condition in JSON Logic that gives nothing hides',
    reason:
      'So does the renderer of Form.io; the peer shows the question then, so that it could never be seen yet is required.',
    applies: (one) => one.hidden && one.saysNothing,
  },
  {
    id: 'own-row',
    title: 'In a row, a condition that names a field by its key means the field of the same row',
    reason: 'The peer looks at the first row, whichever row is asked about.',
    applies: (one) => one.shortName && /\[[1-9]\d*\]/.test(one.path),
  },
  {
    id: 'own-operators',
    title: 'Rules may round, count, and ask for today and an age',
    reason:
      'The peer knows no such operators and gives nothing; without them these rules would need scripts.',
    applies: ({ entry }) =>
      /"(?:round|count|today|age)":/.test(
        JSON.stringify([
          entry?.component['calculateValue'],
          entry?.component.conditional,
          entry?.component.logic,
        ]),
      ),
  },
  {
    id: 'own-value',
    title: 'A calculation cannot read what was sent for it',
    reason: 'A forged score would otherwise enter into its own sum.',
    applies: (one) =>
      one.locked && JSON.stringify(setting(one, 'calculateValue'))?.includes('{"var":"value"}') === true,
  },
]
