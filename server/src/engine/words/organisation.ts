/** Words that make any name a group, wherever they stand: nobody is called by them. */
export const groupWords: ReadonlySet<string> = new Set([
  'committee',
  'subcommittee',
  'taskforce',
  'department',
  'dept',
  'directorate',
  'leadership',
  'steering',
  'steerco',
  'helpdesk',
  'consortium',
])

/** Words that make a name a group when they end it: `Order Desk`, `Night Team`. */
export const groupEndings: ReadonlySet<string> = new Set(['team', 'desk', 'squad', 'excellence', 'division'])

/**
 * Words for a group that are family names as well. They make a group only alone, behind `the`, in front of `of` or
 * `for`, and beside a word of an organisation: `Sales Board` is one, `Maria Board` is not.
 */
export const groupNames: ReadonlySet<string> = new Set([
  'board',
  'body',
  'cell',
  'center',
  'centre',
  'chapter',
  'circle',
  'coe',
  'community',
  'council',
  'crew',
  'force',
  'forum',
  'group',
  'guild',
  'hub',
  'initiative',
  'lab',
  'labs',
  'network',
  'office',
  'organisation',
  'organization',
  'panel',
  'pool',
  'practice',
  'program',
  'programme',
  'project',
  'staff',
  'teams',
  'tribe',
  'unit',
])

/** What parts of an organisation are called after. Without a name beside them they name no person: `Sales`, `IT Operations`. */
export const functionWords: ReadonlySet<string> = new Set([
  ...['accounting', 'accounts', 'payable', 'receivable', 'controlling', 'finance', 'financial', 'payroll', 'treasury'],
  ...['sales', 'marketing', 'commercial', 'communications', 'retail', 'customer', 'customers', 'consumer', 'success'],
  ...['care', 'service', 'services', 'support', 'help', 'claims', 'underwriting', 'patient', 'clinical'],
  ...['legal', 'compliance', 'risk', 'audit', 'governance', 'ethics', 'security', 'privacy'],
  ...['human', 'resources', 'people', 'personnel', 'talent', 'training', 'workforce', 'administration'],
  ...['procurement', 'purchasing', 'logistics', 'warehouse', 'distribution', 'supply', 'chain', 'fleet', 'dispatch'],
  ...['order', 'orders', 'demand', 'planning', 'plant', 'production', 'manufacturing', 'maintenance', 'quality', 'facilities'],
  ...['operations', 'ops', 'business', 'corporate', 'delivery', 'process', 'management', 'executive', 'executives'],
  ...['technology', 'tech', 'engineering', 'infrastructure', 'platform', 'platforms', 'systems', 'software', 'integration'],
  ...['applications', 'application', 'architecture', 'information', 'data', 'analytics', 'digital', 'innovation'],
  ...['transformation', 'change', 'strategy', 'research', 'development', 'design', 'product', 'products'],
  ...['advisory', 'working', 'task', 'review', 'core', 'shared', 'central', 'global', 'regional', 'local', 'field'],
])

/** Abbreviations of functions. Written small they count only in a name that is all small: `Ai Tanaka` is a person. */
export const functionLetters: ReadonlySet<string> = new Set(['AI', 'BI', 'HR', 'ICT', 'IT', 'ML', 'PMO', 'QA'])

/** The nouns of positions: `Plant Manager`, `Head of Sales`. */
export const positionWords: ReadonlySet<string> = new Set([
  ...['analyst', 'chair', 'chief', 'coordinator', 'deputies', 'deputy', 'director', 'executive', 'foreman', 'head', 'lead'],
  ...['leader', 'manager', 'officer', 'operator', 'owner', 'planner', 'president', 'sponsor', 'supervisor', 'vp', 'svp', 'evp'],
  ...['ceo', 'cdo', 'cfo', 'chro', 'cio', 'ciso', 'cmo', 'coo', 'cpo', 'cto'],
])

/** What stands in front of a position. */
export const positionRanks: ReadonlySet<string> = new Set([
  ...['acting', 'assistant', 'associate', 'deputy', 'general', 'interim', 'junior', 'managing', 'senior', 'vice'],
])

/** Words that join the others and name nothing. */
export const joiningWords: ReadonlySet<string> = new Set(['and', 'for', 'of', 'our', 'the'])

/** What stands behind the comma of one person's name. */
export const nameEndings: ReadonlySet<string> = new Set([
  ...['phd', 'dphil', 'md', 'mba', 'msc', 'bsc', 'ma', 'ba', 'rn', 'cpa', 'pe', 'pmp', 'esq', 'jr', 'sr', 'ii', 'iii', 'iv'],
  ...['inc', 'llc', 'ltd', 'gmbh', 'ag', 'plc', 'corp'],
])

/** What stands in front of a name. */
export const nameTitles: ReadonlySet<string> = new Set(['dr', 'prof', 'professor', 'mr', 'mrs', 'ms', 'mx', 'sir', 'dame'])

/** Words that hold the place of a name. */
export const vacantWords: ReadonlySet<string> = new Set([
  ...['anyone', 'everybody', 'everyone', 'multiple', 'n/a', 'na', 'nobody', 'no one', 'none', 'open', 'somebody', 'someone'],
  ...['unassigned', 'unknown', 'unstaffed', 'vacancy', 'vacant', 'various', 'new hire', 'open position', 'to hire'],
])
