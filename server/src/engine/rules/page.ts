const RULE_PAGES = 'https://pilot-as-code.dev/rules'

/** The address of the page of a rule such as `owners/operator-missing`. */
export function pageOf(rule: string): string {
  return `${RULE_PAGES}/${rule}`
}
