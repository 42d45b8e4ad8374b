/** What holds of one component in one frame, a bit each. Not shown, by a condition or because what is above is not. */
export const hidden = 1
export const disabled = 2
/** Hidden by setting: its value counts, nobody sees it. */
export const concealed = 4
export const required = 8
